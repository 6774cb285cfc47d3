package com.automatrix.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what. Entries are only ever added: the table refuses everything else.
 * Each entry is told to the audit trail of auth-service as well.
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

    /**
     * The same for somebody who has no token: who signs in, or tries to.
     *
     * @param detail what else there is to know, written as JSON. Must hold no secret.
     */
    void recordBy(Actor actor, String action, String subjectType, String subjectId, @Nullable Object detail);

    /**
     * Who did it.
     *
     * @param id null if nobody is known
     */
    record Actor(@Nullable UUID id, String name) {}
}
