package com.automatrix.gateway.apidoc;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.automatrix.gateway.route.ProblemAnswers;
import com.automatrix.platform.problem.Unauthenticated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers {@code GET /api/docs} with the API of all services, as OpenAPI. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentRoute {

    /** Before the routes of the services, which end with an answer for every address. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RouterFunction<ServerResponse> apiDocument(ApiDocuments documents, ProblemAnswers problems) {
        return route().GET("/api/docs", request -> answer(documents, request))
                .filter(problems)
                .build();
    }

    private static ServerResponse answer(ApiDocuments documents, ServerRequest request) {
        var authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            throw Unauthenticated.token();
        }
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(documents.whole(authorization).toString());
    }
}
