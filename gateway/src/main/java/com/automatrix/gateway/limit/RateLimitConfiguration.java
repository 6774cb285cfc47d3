package com.automatrix.gateway.limit;

import com.automatrix.platform.problem.ProblemWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Puts one limit before the check of tokens, since that costs too, and one behind it, where it is known who calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitProperties.class)
@ConditionalOnBooleanProperty(name = "automatrix.gateway.rate-limit.enabled", matchIfMissing = true)
class RateLimitConfiguration {

    /** Where Spring Boot puts the check of tokens. */
    private static final int SECURITY = -100;

    @Bean
    FilterRegistrationBean<RateLimit> addressLimit(
            RateLimitProperties properties, ProblemWriter problems, MeterRegistry metrics) {
        var limit = new RateLimit(
                properties.perAddress(),
                request -> Optional.of(request.getRemoteAddr()),
                problems,
                refused(metrics, "address"));
        return ordered("addressLimit", limit, SECURITY - 1);
    }

    @Bean
    FilterRegistrationBean<RateLimit> accountLimit(
            RateLimitProperties properties, ProblemWriter problems, MeterRegistry metrics) {
        var limit = new RateLimit(properties.perAccount(), _ -> account(), problems, refused(metrics, "account"));
        return ordered("accountLimit", limit, SECURITY + 1);
    }

    private static FilterRegistrationBean<RateLimit> ordered(String name, RateLimit limit, int order) {
        // Else the second one would take itself for the first, and step aside.
        limit.setBeanName(name);
        var registration = new FilterRegistrationBean<>(limit);
        registration.setName(name);
        registration.setOrder(order);
        return registration;
    }

    private static Optional<String> account() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who instanceof JwtAuthenticationToken token
                ? Optional.ofNullable(token.getToken().getSubject())
                : Optional.empty();
    }

    private static Counter refused(MeterRegistry metrics, String by) {
        return Counter.builder("automatrix.gateway.rate.limited")
                .description("Requests that were refused because there were too many")
                .tag("by", by)
                .register(metrics);
    }
}
