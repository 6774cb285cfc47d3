package com.automatrix.platform.problem;

import org.springframework.http.HttpStatusCode;

/** Codes and sentences for answers that no code of ours decided: an unknown route, a failure. */
final class ErrorCodes {

    private ErrorCodes() {}

    static String of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "auth.unauthenticated";
            case 403 -> "auth.forbidden";
            case 404 -> "request.no-such-path";
            case 405 -> "request.method-not-allowed";
            case 406 -> "request.not-acceptable";
            case 413 -> "request.too-large";
            case 415 -> "request.unsupported-media-type";
            case 503 -> "service.unavailable";
            default -> status.is4xxClientError() ? "request.refused" : "service.failed";
        };
    }

    static String sentence(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "A valid access token is required.";
            case 403 -> "Your roles do not allow this.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This method is not possible here.";
            case 406 -> "This cannot be given in a form that you accept.";
            case 413 -> "The request is too large.";
            case 415 -> "The request has a content type that is not read here.";
            case 503 -> "The service cannot answer at the moment. Please try again.";
            default ->
                status.is4xxClientError()
                        ? "The request cannot be understood."
                        : "Something went wrong on our side. The correlation id finds it in our logs.";
        };
    }
}
