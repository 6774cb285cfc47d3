package com.automatrix.platform.problem;

/** 401: who calls is not known. The answer never says which part of a credential was wrong. */
public final class Unauthenticated extends ProblemException {

    public Unauthenticated(String code, String detail) {
        super(code, detail, null);
    }

    /** The answer to a missing, malformed, expired, revoked or foreign token alike. */
    public static Unauthenticated token() {
        return new Unauthenticated("auth.unauthenticated", "A valid access token is required.");
    }
}
