package com.automatrix.ai.provider;

import java.util.List;

/** Somebody who answers. Called by many threads at once; may block. */
public interface Provider {

    /** The name of the local provider, which runs inside this service. */
    String LOCAL = "local";

    /** The name by which steps and settings call it. */
    String name();

    /** Below it a classification is unsure, when the step says nothing; from 0 to 1. */
    double confidenceMin();

    /** Its own names of the models that people may choose; the one that is asked by default first. */
    default List<String> models() {
        return List.of();
    }

    /** How much it may be asked. */
    default Limits limits() {
        return Limits.NONE;
    }

    /**
     * Asks once, without any retry of its own.
     *
     * @throws ProviderException when there is no usable answer
     */
    ModelAnswer ask(ModelRequest request);

    /**
     * How much a provider is asked.
     *
     * @param concurrency how many requests at once
     * @param requestsPerMinute how many in a minute; 0: as many as there are
     */
    record Limits(int concurrency, int requestsPerMinute) {

        public static final Limits NONE = new Limits(Integer.MAX_VALUE, 0);
    }
}
