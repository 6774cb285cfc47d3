package com.automatrix.ai.privacy;

/** A kind of data that a model must not see as it is. */
public enum Kind {
    CUSTOMER(true),
    PHONE(true),
    EMAIL(true),
    ADDRESS(true),
    VIN(true),
    /** What looks like one of our tokens but was written by somebody else. */
    TEXT(true),
    SSN(false),
    CARD(false),
    ACCOUNT(false),
    INCOME(false),
    CREDIT(false),
    DATE_OF_BIRTH(false),
    LICENCE(false),
    SECRET(false),
    IP(false);

    private final boolean restorable;

    Kind(boolean restorable) {
        this.restorable = restorable;
    }

    /** Whether it goes to the model as a token that is put back in the answer; what is not is removed for good. */
    public boolean restorable() {
        return restorable;
    }

    /** What stands in the text in place of data that is removed for good. */
    String removed() {
        return "[removed: " + name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + "]";
    }
}
