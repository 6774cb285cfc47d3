package com.automatrix.platform.credential;

import com.automatrix.platform.time.TimeAutoConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service with a worker pool the credentials that auth-service keeps. */
@AutoConfiguration(after = TimeAutoConfiguration.class)
@ConditionalOnProperty("automatrix.worker.pool")
@EnableConfigurationProperties(CredentialsProperties.class)
public final class CredentialAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Credentials credentials(CredentialsProperties properties, InstantSource clock) {
        return new RemoteCredentials(new CredentialDoor(properties, clock), properties.cachedFor(), clock);
    }
}
