package com.automatrix.platform.security;

import org.jspecify.annotations.Nullable;

/** Which sessions have been ended before their tokens expired. Answers from memory; safe for many threads. */
@FunctionalInterface
public interface RevokedSessions {

    /** Whether tokens of that session are no longer good. A null id belongs to no session. */
    boolean isRevoked(@Nullable String sessionId);
}
