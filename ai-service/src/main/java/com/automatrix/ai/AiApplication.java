package com.automatrix.ai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs the AI steps of all workflows. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class AiApplication {

    static void main(String[] args) {
        SpringApplication.run(AiApplication.class, args);
    }
}
