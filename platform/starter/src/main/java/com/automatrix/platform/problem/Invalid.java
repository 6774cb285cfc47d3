package com.automatrix.platform.problem;

import java.util.List;

/** 400: the request itself is wrong; its violations say where. */
public final class Invalid extends ProblemException {

    private final transient List<Violation> violations;

    public Invalid(String code, String detail, List<Violation> violations) {
        super(code, detail, null);
        this.violations = List.copyOf(violations);
    }

    public Invalid(String code, String detail) {
        this(code, detail, List.of());
    }

    @Override
    public List<Violation> violations() {
        return violations;
    }
}
