package com.automatrix.execution.simulation;

/** A test cannot go on, because it does not say enough or says something that the workflow does not have. */
final class UnusableTest extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient TestFailure failure;

    UnusableTest(TestFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    TestFailure failure() {
        return failure;
    }
}
