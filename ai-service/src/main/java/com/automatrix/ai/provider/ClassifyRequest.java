package com.automatrix.ai.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text and the labels of which one may fit.
 *
 * @param text the customer's words: data, never instructions
 * @param labels at least two, with different names
 * @param instructions what the author of the workflow adds; the local model cannot read them
 * @param confidenceMin from 0 to 1; below it the answer is unsure; null: the provider's own default
 * @param model the provider's name of a model; null: the configured one
 */
public record ClassifyRequest(
        String text,
        List<Label> labels,
        @Nullable String instructions,
        @Nullable Double confidenceMin,
        @Nullable String model) {

    public ClassifyRequest {
        labels = List.copyOf(labels);
    }
}
