package com.automatrix.workflow.definition;

/**
 * A lexical piece of a JSONata expression.
 *
 * @param text a name or text without its quotes, or the operator's characters
 */
record JsonataToken(Kind kind, String text) {

    enum Kind {
        NAME,
        TEXT,
        VARIABLE,
        NUMBER,
        REGEX,
        OPERATOR
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    /** Whether a value ends here, so that what follows is applied to it. */
    boolean endsOperand() {
        return kind != Kind.OPERATOR || text.equals(")") || text.equals("]") || text.equals("}");
    }
}
