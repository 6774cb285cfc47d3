package com.automatrix.gateway.route;

import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client to all services, which keeps its connections open. */
@Configuration(proxyBeanMethods = false)
class HttpClientConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    HttpClient httpClient(GatewayProperties properties) {
        return HttpClient.newBuilder()
                // The services speak HTTP/1.1; trying to upgrade costs every new connection a round.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}
