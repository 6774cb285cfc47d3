package com.automatrix.execution.consent;

/** Why a person is contacted. */
public enum Purpose {
    /** What the person asked for, or what belongs to a deal or a repair that goes on. */
    TRANSACTIONAL,
    /** Everything that is to sell. */
    MARKETING
}
