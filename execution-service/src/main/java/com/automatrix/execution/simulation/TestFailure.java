package com.automatrix.execution.simulation;

/**
 * Why a test has not passed.
 *
 * @param pointer JSON Pointer into the test case
 * @param code the reason for programs, such as {@code test.path}
 * @param message the reason for people, a sentence
 */
record TestFailure(String pointer, String code, String message) {}
