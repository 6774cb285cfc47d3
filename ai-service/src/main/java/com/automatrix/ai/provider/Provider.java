package com.automatrix.ai.provider;

/** Somebody who answers. Called by many threads at once; may block. */
public interface Provider {

    /** The name of the local provider, which runs inside this service. */
    String LOCAL = "local";

    /** The name by which steps and settings call it. */
    String name();

    /** Below it a classification is unsure, when the step says nothing; from 0 to 1. */
    double confidenceMin();

    /**
     * Asks once, without any retry of its own.
     *
     * @throws ProviderException when there is no usable answer
     */
    ModelAnswer ask(ModelRequest request);
}
