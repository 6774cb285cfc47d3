package com.automatrix.ai.privacy;

/**
 * A place in a text that a model must not see.
 *
 * @param start the first character
 * @param end the one after the last
 */
record Finding(int start, int end, Kind kind) {}
