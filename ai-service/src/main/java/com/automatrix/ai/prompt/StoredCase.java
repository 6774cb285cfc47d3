package com.automatrix.ai.prompt;

import java.time.Instant;
import java.util.UUID;

/** A test that a prompt has. */
record StoredCase(UUID id, PromptCase test, Instant createdAt, Instant changedAt, String changedBy) {}
