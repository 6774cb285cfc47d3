package com.automatrix.execution.engine;

/** An expression gave no value; the step that holds it fails with this code and message, for good. */
public final class ExpressionFailed extends RuntimeException {

    private final String code;

    public ExpressionFailed(String code, String message) {
        // No stack trace: this is an expected answer to someone's expression, not a defect.
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? code : message;
    }
}
