package com.automatrix.gateway.route;

import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.problem.ProblemWriter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Turns a refusal of the gateway itself into problem+json: advice for controllers does not reach routes. */
@Component
public final class ProblemAnswers implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final ProblemWriter problems;

    ProblemAnswers(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        try {
            return next.handle(request);
        } catch (ProblemException refusal) {
            return ServerResponse.ok().build((servletRequest, servletResponse) -> {
                problems.write(refusal, servletRequest, servletResponse);
                return null;
            });
        }
    }
}
