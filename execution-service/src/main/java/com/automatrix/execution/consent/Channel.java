package com.automatrix.execution.consent;

/** How a person is contacted. */
public enum Channel {
    SMS,
    EMAIL,
    VOICE
}
