package com.automatrix.template.instantiation;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a workflow is made.
 *
 * @param authorization the caller's own {@code Authorization} header
 * @param idempotencyKey the same for every attempt of one request; null if each request makes a workflow
 */
record Caller(String authorization, @Nullable String idempotencyKey) {}
