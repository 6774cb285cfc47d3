package com.automatrix.ai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs the AI steps of all workflows. */
@SpringBootApplication
@ConfigurationPropertiesScan
class AiApplication {

    static void main(String[] args) {
        SpringApplication.run(AiApplication.class, args);
    }
}
