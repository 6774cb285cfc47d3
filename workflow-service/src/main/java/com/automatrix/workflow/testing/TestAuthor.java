package com.automatrix.workflow.testing;

/**
 * Who makes a test of an execution, which only who may read the execution can.
 *
 * @param authorization the caller's own {@code Authorization} header
 */
record TestAuthor(String name, String authorization) {}
