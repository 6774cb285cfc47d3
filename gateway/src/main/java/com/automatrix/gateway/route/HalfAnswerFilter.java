package com.automatrix.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts the connection to a caller who got half an answer, so that it is not taken for a whole one. Only a failure that
 * reaches the container does that, and nothing inside of the dispatcher lets one through.
 */
@Component
final class HalfAnswerFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = HalfAnswerFilter.class.getName();

    static void cutOff(HttpServletRequest request, IOException cause) {
        request.setAttribute(ATTRIBUTE, cause);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(ATTRIBUTE) instanceof IOException cause) {
            throw new IOException("the service broke off its answer", cause);
        }
    }
}
