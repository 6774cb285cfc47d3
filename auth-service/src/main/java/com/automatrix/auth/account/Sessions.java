package com.automatrix.auth.account;

import java.util.UUID;

/**
 * Ends what an account has open. Called inside the transaction that changes the account; from its commit on, no access
 * or refresh token of an ended session is good anywhere.
 */
public interface Sessions {

    void revokeAll(UUID accountId);

    /** Ends every session but one. */
    void revokeOthers(UUID accountId, UUID keptSessionId);
}
