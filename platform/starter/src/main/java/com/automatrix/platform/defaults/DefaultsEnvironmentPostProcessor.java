package com.automatrix.platform.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Adds the settings that every service shares, below everything that a service or its environment sets. */
final class DefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String NAME = "automatrixDefaults";
    private static final String FILE = "automatrix-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().contains(NAME)) {
            return;
        }
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(NAME, new ClassPathResource(FILE)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Expected " + FILE + " on the class path, but it cannot be read.", unreadable);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
