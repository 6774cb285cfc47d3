package com.automatrix.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who changed what. Entries are only ever added: the table refuses everything else.
 *
 * <p>Call it inside the transaction of the change, so that both or neither become durable. The actor is the current
 * user, or "system" outside of a request.
 */
public interface Audit {

    /**
     * Adds an entry.
     *
     * @param action past tense, such as {@code workflow.published}
     * @param subjectType what kind of thing was changed, such as {@code workflow}
     * @param subjectId which one
     * @param before as it was, written as JSON; null if it did not exist. Must hold no secret.
     * @param after as it is now, written as JSON; null if it no longer exists. Must hold no secret.
     */
    void record(String action, String subjectType, String subjectId, @Nullable Object before, @Nullable Object after);
}
