package com.automatrix.platform.problem;

/** 413: more than is accepted here. */
public final class TooLarge extends ProblemException {

    public TooLarge(String code, String detail) {
        super(code, detail, null);
    }
}
