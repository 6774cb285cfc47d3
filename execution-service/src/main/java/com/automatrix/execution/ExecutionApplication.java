package com.automatrix.execution;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the execution service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ExecutionApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ExecutionApplication.class, arguments);
    }
}
