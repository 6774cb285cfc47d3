package com.automatrix.execution.consent;

/** What a person has said last. */
public enum ConsentState {
    GRANTED,
    REVOKED,
    UNKNOWN
}
