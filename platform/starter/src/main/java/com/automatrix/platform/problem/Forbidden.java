package com.automatrix.platform.problem;

/** 403: the caller is known and may not do this. */
public final class Forbidden extends ProblemException {

    public Forbidden(String code, String detail) {
        super(code, detail, null);
    }
}
