package com.automatrix.ai.provider;

/** Writes a text. Called by many threads at once. */
public interface Generator {

    /**
     * Writes one text.
     *
     * @throws ProviderException when there is no model, or it gave no usable answer
     */
    Generation generate(GenerateRequest request);
}
