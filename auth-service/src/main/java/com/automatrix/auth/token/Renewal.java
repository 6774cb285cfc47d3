package com.automatrix.auth.token;

import java.util.UUID;

/** What became of a refresh token: a value rather than an exception, so that revoking a stolen one is committed. */
sealed interface Renewal {

    record Renewed(UUID accountId, UUID sessionId, RefreshToken token) implements Renewal {}

    record Refused() implements Renewal {}
}
