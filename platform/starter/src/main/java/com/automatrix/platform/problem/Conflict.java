package com.automatrix.platform.problem;

/** 409: the thing is in a state that does not allow this. */
public final class Conflict extends ProblemException {

    public Conflict(String code, String detail) {
        super(code, detail, null);
    }
}
