package com.automatrix.platform.problem;

import org.jspecify.annotations.Nullable;

/** 412: somebody else changed the thing meanwhile; carries its current form so that the caller can compare. */
public final class StaleVersion extends ProblemException {

    private final transient @Nullable Object current;

    /** @param current the thing as it is now, written into the answer as {@code current}; null to leave it out */
    public StaleVersion(String code, String detail, @Nullable Object current) {
        super(code, detail, null);
        this.current = current;
    }

    public @Nullable Object current() {
        return current;
    }
}
