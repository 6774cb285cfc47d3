package com.automatrix.platform.problem;

/**
 * One thing that is wrong with a request, at the place where it is wrong.
 *
 * @param pointer JSON Pointer (RFC 6901) into the body, empty for the body as a whole; {@code ?name} for a query
 *     parameter, {@code header:Name} for a header, {@code path:name} for a part of the path
 * @param code the reason for programs, for example {@code request.unknown-field}
 * @param message the reason for people, one sentence
 */
public record Violation(String pointer, String code, String message) {}
