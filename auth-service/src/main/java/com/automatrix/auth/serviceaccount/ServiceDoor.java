package com.automatrix.auth.serviceaccount;

import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.platform.problem.Unauthenticated;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;

/** The door below {@code /internal}: it opens to services, by their tokens, and to nobody else, whatever their role. */
@Configuration(proxyBeanMethods = false)
class ServiceDoor {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain serviceFilterChain(HttpSecurity http, ServiceTokens tokens, ProblemWriter problems) {
        return http.securityMatcher("/internal/**")
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/internal/token")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(
                                (request, response, _) -> problems.write(Unauthenticated.token(), request, response))
                        .jwt(jwt -> jwt.decoder(tokens.decoder()).jwtAuthenticationConverter(services())))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, _) -> problems.write(Unauthenticated.token(), request, response)))
                .build();
    }

    private static JwtAuthenticationConverter services() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(_ -> List.of(new SimpleGrantedAuthority("SERVICE")));
        return converter;
    }
}
