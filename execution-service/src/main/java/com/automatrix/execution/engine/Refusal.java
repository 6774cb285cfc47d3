package com.automatrix.execution.engine;

/**
 * Why the engine would not accept an input.
 *
 * @param code one code for each reason, such as {@code execution.already-finished}
 * @param message a sentence of the form "Expected …, but …" with the ids in it
 */
public record Refusal(String code, String message) {}
