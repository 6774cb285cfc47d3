package com.automatrix.platform.problem;

import java.io.IOException;

/** Ends the reading of a body that is longer than allowed and did not say so beforehand. */
final class RequestTooLargeException extends IOException {

    private final long limit;

    RequestTooLargeException(long limit) {
        super("request body over " + limit + " bytes");
        this.limit = limit;
    }

    TooLarge problem() {
        return TooLarge.request(limit);
    }
}
