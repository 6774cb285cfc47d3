package com.automatrix.ai.provider;

import com.automatrix.contracts.message.Usage;

/**
 * What a model answered: whole, never blank.
 *
 * @param text JSON as text if the request had a schema; not yet checked against it
 */
public record ModelAnswer(String text, Usage usage) {}
