package com.automatrix.gateway.route;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import com.automatrix.platform.problem.NotFound;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Which service answers which address. A route's id is the name of its service. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> apiRoutes(GatewayProperties properties, ProblemAnswers problems) {
        return to(
                        "auth-service",
                        properties,
                        problems,
                        "/api/auth/**",
                        "/api/users/**",
                        "/api/credentials/**",
                        "/api/audit/**",
                        "/.well-known/jwks.json")
                // Before workflow-service, which has everything else below /api/workflows.
                .and(to(
                        "execution-service",
                        properties,
                        problems,
                        "/api/workflows/*/execute",
                        "/api/executions/**",
                        "/api/simulations/**",
                        "/api/leads/**",
                        "/api/triggers/**",
                        "/api/schedules/**",
                        "/api/tables/**",
                        "/api/tasks/**",
                        "/api/events/**",
                        "/api/webhooks/**",
                        "/api/consents/**",
                        "/api/messages/**",
                        "/api/message-templates/**",
                        "/api/expressions/**",
                        "/api/dead-letters/**",
                        "/api/dashboard/**",
                        "/api/journeys/**"))
                .and(to(
                        "workflow-service",
                        properties,
                        problems,
                        "/api/workflows/**",
                        "/api/step-types/**",
                        "/api/event-types/**",
                        "/api/settings/**"))
                .and(to("template-service", properties, problems, "/api/templates/**"))
                .and(to("ai-service", properties, problems, "/api/ai/**", "/api/prompts/**"))
                .and(route("nowhere")
                        .route(path("/api/**"), Routes::nowhere)
                        .filter(problems)
                        .build());
    }

    private static RouterFunction<ServerResponse> to(
            String service, GatewayProperties properties, ProblemAnswers problems, String... paths) {
        var one = Arrays.stream(paths)
                .map(path -> path(path))
                .reduce(RequestPredicate::or)
                .orElseThrow();
        return route(service)
                .route(one, http())
                .before(uri(properties.address(service)))
                .filter(problems)
                .build();
    }

    private static ServerResponse nowhere(ServerRequest request) {
        throw new NotFound(
                "gateway.no-route", "Expected an address of the API, but %s is none.".formatted(request.path()));
    }
}
