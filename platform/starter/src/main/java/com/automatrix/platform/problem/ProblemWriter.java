package com.automatrix.platform.problem;

import com.automatrix.platform.trace.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal where no controller is involved: in a filter, or at the security door. */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes status, headers and body; does nothing if the answer is already on its way. */
    public void write(ProblemException exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        var correlationId = Correlation.current();
        response.setHeader(Correlation.HEADER, correlationId);
        ProblemStatus.headers(exception).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setStatus(ProblemStatus.of(exception).value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var place = new Problem.Place(request.getRequestURI(), correlationId);
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(exception, place)));
    }
}
