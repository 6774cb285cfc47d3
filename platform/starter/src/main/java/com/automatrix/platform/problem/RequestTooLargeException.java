package com.automatrix.platform.problem;

import java.io.IOException;

/** Ends the reading of a body that is longer than allowed and did not say so beforehand. */
final class RequestTooLargeException extends IOException {

    RequestTooLargeException() {
        super("request body too large");
    }

    static TooLarge problem() {
        return new TooLarge("request.too-large", "The request is larger than is accepted here.");
    }
}
