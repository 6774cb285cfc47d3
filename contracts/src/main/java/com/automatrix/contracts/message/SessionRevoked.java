package com.automatrix.contracts.message;

import java.time.Instant;

/**
 * Access tokens of a session are no longer good. Key: the session id.
 *
 * @param until when the last of them would have expired; after that the message means nothing
 */
public record SessionRevoked(String sessionId, Instant until) {}
