package com.automatrix.platform.gateway;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** Gives a service with an HTTP client the way to the other services. */
@AutoConfiguration(after = RestClientAutoConfiguration.class)
@ConditionalOnBean(RestClient.Builder.class)
@EnableConfigurationProperties(GatewayProperties.class)
public final class GatewayAutoConfiguration {

    @Bean
    Gateway gateway(RestClient.Builder builder, GatewayProperties properties) {
        return new Gateway(builder, properties);
    }
}
