package com.automatrix.platform.problem;

/** 404: there is no such thing, or the caller may not know of it. */
public final class NotFound extends ProblemException {

    public NotFound(String code, String detail) {
        super(code, detail, null);
    }
}
