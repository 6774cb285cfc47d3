package com.automatrix.platform.credential;

import com.automatrix.platform.people.People;
import com.automatrix.platform.people.RemotePeople;
import com.automatrix.platform.time.TimeAutoConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service with a worker pool the credentials that auth-service keeps, and the people that it knows. */
@AutoConfiguration(after = TimeAutoConfiguration.class)
@ConditionalOnProperty("automatrix.worker.pool")
@EnableConfigurationProperties(CredentialsProperties.class)
public final class CredentialAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AuthDoor authDoor(CredentialsProperties properties, InstantSource clock) {
        return new AuthDoor(properties, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Credentials credentials(AuthDoor door, CredentialsProperties properties, InstantSource clock) {
        return new RemoteCredentials(new CredentialDoor(door), properties.cachedFor(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    People people(AuthDoor door, CredentialsProperties properties, InstantSource clock) {
        return new RemotePeople(door, properties.cachedFor(), clock);
    }
}
