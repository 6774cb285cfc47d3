package com.automatrix.gateway.route;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client to all services: it blocks on the request's own virtual thread, and keeps its connections open. */
@Configuration(proxyBeanMethods = false)
class HttpClientConfiguration {

    /** Live streams hold a connection each; how many requests wait is limited elsewhere. */
    private static final int CONNECTIONS = 100_000;

    /** Less than the services keep an idle connection, so that none is used while its service closes it. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(10);

    private static final TimeValue TRUSTED = TimeValue.ofSeconds(2);

    @Bean
    CloseableHttpClient httpClient(GatewayProperties properties) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(Timeout.of(properties.responseTimeout()))
                        .setValidateAfterInactivity(TRUSTED)
                        .build())
                .build();
        // What passes through is the caller's: nothing of it is followed, decoded, kept or sent twice.
        return HttpClients.custom()
                .setConnectionManager(connections)
                .evictIdleConnections(IDLE)
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableDefaultUserAgent()
                .build();
    }
}
