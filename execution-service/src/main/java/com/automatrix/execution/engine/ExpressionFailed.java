package com.automatrix.execution.engine;

import java.util.OptionalInt;

/** An expression gave no value; the step that holds it fails with this code and message, for good. */
public final class ExpressionFailed extends RuntimeException {

    private static final int UNKNOWN = -1;

    private final String code;
    private final int position;

    public ExpressionFailed(String code, String message) {
        this(code, message, UNKNOWN);
    }

    private ExpressionFailed(String code, String message, int position) {
        // No stack trace: this is an expected answer to someone's expression, not a defect.
        super(message, null, false, false);
        this.code = code;
        this.position = position;
    }

    /** The same, with the index of the character at which it was noticed; one below zero is none. */
    public ExpressionFailed at(int index) {
        return new ExpressionFailed(code, getMessage(), Math.max(index, UNKNOWN));
    }

    /** The same, seen from a text in which the expression begins later. */
    public ExpressionFailed within(int start) {
        return position == UNKNOWN ? this : at(position + start);
    }

    public String code() {
        return code;
    }

    /** Where it was noticed, if that is known. */
    public OptionalInt position() {
        return position == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(position);
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code : message;
    }
}
