package com.automatrix.platform.trace;

import io.micrometer.tracing.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Takes the correlation id in at the HTTP door, and passes it on to every service that is called. */
@AutoConfiguration(after = MicrometerTracingAutoConfiguration.class)
public final class TraceAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    TraceParents traceParents(ObjectProvider<Tracer> tracer) {
        return new TraceParents(tracer.getIfAvailable());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static final class Incoming {

        @Bean
        FilterRegistrationBean<CorrelationFilter> correlationFilter() {
            var filter = new FilterRegistrationBean<>(new CorrelationFilter());
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            filter.setDispatcherTypes(
                    jakarta.servlet.DispatcherType.REQUEST,
                    jakarta.servlet.DispatcherType.ASYNC,
                    jakarta.servlet.DispatcherType.ERROR);
            return filter;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RestClientCustomizer.class)
    static final class Outgoing {

        @Bean
        RestClientCustomizer correlationRestClientCustomizer() {
            return client -> client.requestInterceptor((request, body, execution) -> {
                Correlation.bound().ifPresent(id -> request.getHeaders().set(Correlation.HEADER, id));
                return execution.execute(request, body);
            });
        }
    }
}
