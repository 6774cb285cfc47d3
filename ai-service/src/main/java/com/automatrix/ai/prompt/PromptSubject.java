package com.automatrix.ai.prompt;

import org.jspecify.annotations.Nullable;

/**
 * What of a prompt is tried or tested.
 *
 * @param version null: a draft
 */
record PromptSubject(@Nullable Integer version, PromptContent content) {}
