package com.automatrix.ai.provider;

import com.automatrix.contracts.message.Usage;

/** A text that a model wrote: whole, never empty. */
public record Generation(String text, Usage usage) {}
