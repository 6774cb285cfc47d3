package com.automatrix.platform.problem;

import com.automatrix.platform.trace.Correlation;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestCookieException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Turns whatever a controller, or the way to it, throws into a problem. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(ProblemException.class)
    ResponseEntity<Object> refused(ProblemException exception, WebRequest request) {
        LOG.debug("request refused code={} path={}", exception.code(), path(request));
        return answer(Problem.of(exception, place(request)), ProblemStatus.headers(exception));
    }

    @ExceptionHandler(AuthenticationException.class)
    ResponseEntity<Object> unauthenticated(WebRequest request) {
        return refused(Unauthenticated.token(), request);
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<Object> denied(WebRequest request) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || caller instanceof AnonymousAuthenticationToken) {
            return refused(Unauthenticated.token(), request);
        }
        return refused(new Forbidden("auth.forbidden", "Your roles do not allow this."), request);
    }

    @ExceptionHandler(OptimisticLockingFailureException.class)
    ResponseEntity<Object> changedMeanwhile(WebRequest request) {
        var detail = "Expected to be the only one to change this, but somebody else did at the same moment.";
        return refused(new Conflict("request.concurrent-change", detail), request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> unexpected(Exception exception, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            return null;
        }
        var refusal = causeOf(exception, ProblemException.class);
        if (refusal != null) {
            return refused(refusal, request);
        }
        var away = DatabaseAway.in(causeOf(exception, SQLException.class));
        if (away != null) {
            LOG.warn(
                    "request refused code={} path={} because=\"{}\"",
                    away.code(),
                    path(request),
                    exception.getMessage());
            return refused(away, request);
        }
        var unstorable = UnstorableText.in(causeOf(exception, SQLException.class));
        if (unstorable != null) {
            return refused(unstorable, request);
        }
        LOG.error("request failed path={}", path(request), exception);
        return internal(request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var tooLarge = causeOf(exception, RequestTooLargeException.class);
        if (tooLarge != null) {
            return refused(tooLarge.problem(), request);
        }
        var refusal = causeOf(exception, ProblemException.class);
        if (refusal != null) {
            return refused(refusal, request);
        }
        var json = causeOf(exception, JacksonException.class);
        if (json != null) {
            return refused(JsonProblems.describe(json), request);
        }
        return invalid("request.missing-body", "", "Expected a body, but there is none.", request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(Validations.describe(exception), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        // A broken promise of our own answer is our fault, not the caller's.
        if (exception.isForReturnValue()) {
            return unexpected(exception, request);
        }
        return refused(Validations.describe(exception), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name = exception.getParameterName();
        return invalid(
                "request.missing-parameter", "?" + name, "Expected a parameter \"%s\".".formatted(name), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return switch (exception) {
            case MissingRequestHeaderException header ->
                invalid(
                        "request.missing-header",
                        "header:" + header.getHeaderName(),
                        "Expected a header \"%s\".".formatted(header.getHeaderName()),
                        request);
            case MissingRequestCookieException cookie ->
                invalid(
                        "request.missing-cookie",
                        "cookie:" + cookie.getCookieName(),
                        "Expected a cookie \"%s\".".formatted(cookie.getCookieName()),
                        request);
            default -> super.handleServletRequestBindingException(exception, headers, status, request);
        };
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var pointer = exception instanceof MethodArgumentTypeMismatchException argument
                ? Validations.pointer(argument.getParameter(), argument.getName())
                : "?" + Objects.requireNonNullElse(exception.getPropertyName(), "");
        return invalid("request.wrong-type", pointer, "Expected another kind of value.", request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail = "%s is not possible here.".formatted(exception.getMethod());
        return answer(Problem.of(status, "request.method-not-allowed", detail, place(request)), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail = "Expected application/json or application/yaml, but the request has another content type.";
        return answer(Problem.of(status, "request.unsupported-media-type", detail, place(request)), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (request instanceof ServletWebRequest servlet && isCommitted(servlet)) {
            return null;
        }
        if (status.is5xxServerError()) {
            LOG.error("request failed path={}", path(request), exception);
            return status.value() == HttpStatus.SERVICE_UNAVAILABLE.value() ? busy(request) : internal(request);
        }
        return answer(Problem.of(status, ErrorCodes.of(status), ErrorCodes.sentence(status), place(request)), headers);
    }

    private ResponseEntity<Object> invalid(String code, String pointer, String message, WebRequest request) {
        return refused(new Invalid(code, message, List.of(new Violation(pointer, code, message))), request);
    }

    private static ResponseEntity<Object> internal(WebRequest request) {
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        return answer(
                Problem.of(status, ErrorCodes.of(status), ErrorCodes.sentence(status), place(request)),
                new HttpHeaders());
    }

    private static ResponseEntity<Object> busy(WebRequest request) {
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
        return answer(Problem.of(status, ErrorCodes.of(status), ErrorCodes.sentence(status), place(request)), headers);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        var all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(problem.status()).headers(all).body(problem);
    }

    private static boolean isCommitted(ServletWebRequest request) {
        var response = request.getResponse();
        return response != null && response.isCommitted();
    }

    private static Problem.Place place(WebRequest request) {
        return new Problem.Place(path(request), Correlation.current());
    }

    private static String path(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? servlet.getRequest().getRequestURI()
                : "";
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable exception, Class<T> type) {
        Throwable at = exception;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
            at = at.getCause();
        }
        return null;
    }
}
