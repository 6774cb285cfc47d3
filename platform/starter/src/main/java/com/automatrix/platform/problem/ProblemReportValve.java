package com.automatrix.platform.problem;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.trace.Correlation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * The answer to what Tomcat refuses before any filter or controller sees it, such as a path with an encoded slash. Tomcat
 * makes it by its name, since its own would answer in HTML.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
        if (!status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String correlationId = Correlation.current();
        var place = new Problem.Place(Objects.requireNonNullElse(request.getRequestURI(), ""), correlationId);
        Problem problem = Problem.of(status, ErrorCodes.of(status), sentence(status), place);
        try {
            response.setHeader(Correlation.HEADER, correlationId);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getReporter().write(ContractJson.events().writeValueAsString(problem));
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("the caller of a refused request is gone", gone);
        }
    }

    private static String sentence(HttpStatusCode status) {
        return status.isSameCodeAs(HttpStatus.BAD_REQUEST)
                ? "Expected a request of HTTP, but its path or one of its headers cannot be read: an encoded slash (%2F), for example, has no place in a path."
                : ErrorCodes.sentence(status);
    }
}
