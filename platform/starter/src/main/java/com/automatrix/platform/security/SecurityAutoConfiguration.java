package com.automatrix.platform.security;

import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.MessagingAutoConfiguration;
import com.automatrix.platform.messaging.TopicTail;
import com.automatrix.platform.problem.ProblemAutoConfiguration;
import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.platform.time.TimeAutoConfiguration;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody in without a token, but to {@code automatrix.security.public-paths} and to the health, info and
 * Prometheus endpoints of the management port.
 */
@AutoConfiguration(
        after = {TimeAutoConfiguration.class, ProblemAutoConfiguration.class, MessagingAutoConfiguration.class},
        before = {ServletWebSecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableMethodSecurity
public class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    static RoleHierarchy roleHierarchy() {
        var hierarchy = RoleHierarchyImpl.withDefaultRolePrefix();
        for (var role : Role.values()) {
            if (!role.implied().isEmpty()) {
                hierarchy
                        .role(role.name())
                        .implies(role.implied().stream().map(Enum::name).toArray(String[]::new));
            }
        }
        return hierarchy.build();
    }

    // A timer and a span for each of a dozen filters would cost more than the request that they surround.
    @Bean
    @ConditionalOnMissingBean
    static SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecurityProperties properties, RevokedSessions revoked, InstantSource clock) {
        return Tokens.decoder(properties, revoked, clock);
    }

    // By its name: a service may have a chain for a door of its own beside it.
    @Bean
    @ConditionalOnMissingBean(name = "securityFilterChain")
    SecurityFilterChain securityFilterChain(HttpSecurity http, SecurityProperties properties, ProblemWriter problems) {
        var door = new SecurityDoor(problems);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        // The request was allowed before it was handed on.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health", "info", "prometheus"))
                        .permitAll()
                        .requestMatchers(properties.publicPaths().toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(door)
                        .accessDeniedHandler(door)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(authentication()))
                        .withObjectPostProcessor(answeringEveryFailure(door)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(door).accessDeniedHandler(door))
                .build();
    }

    @Bean
    WebMvcConfigurer currentUserConfigurer() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentUserArgumentResolver());
            }
        };
    }

    private static JwtAuthenticationConverter authentication() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityAutoConfiguration::authorities);
        return converter;
    }

    private static List<GrantedAuthority> authorities(Jwt token) {
        var granted = Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.<String>of());
        return Arrays.stream(Role.values())
                .filter(role -> granted.contains(role.name()))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    // Else "the keys cannot be fetched" would leave the filter as an exception and become a 500.
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringEveryFailure(SecurityDoor door) {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                var handler = new AuthenticationEntryPointFailureHandler(door);
                handler.setRethrowAuthenticationServiceException(false);
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    static class Revocation {

        @Bean
        @ConditionalOnMissingBean(RevokedSessions.class)
        @ConditionalOnBean(TopicTail.Factory.class)
        @ConditionalOnProperty(name = "automatrix.security.revoked-sessions", matchIfMissing = true)
        RevokedSessionsTail revokedSessionsTail(
                TopicTail.Factory tails, CloudEventRecords records, InstantSource clock) {
            return new RevokedSessionsTail(tails, records, clock);
        }

        @Bean
        @ConditionalOnMissingBean
        RevokedSessions noRevokedSessions() {
            return _ -> false;
        }
    }
}
