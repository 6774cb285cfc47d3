package com.automatrix.ai.provider;

/** Puts a text under one of several labels, or says that it is unsure. Called by many threads at once. */
public interface Classifier {

    /**
     * Finds the label that fits best.
     *
     * @throws ProviderException when the provider gave no usable answer
     */
    Classification classify(ClassifyRequest request);
}
