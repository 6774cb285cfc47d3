package com.automatrix.ai.provider;

import com.automatrix.contracts.message.Usage;
import java.util.Map;

/**
 * What a classifier found.
 *
 * @param label one of the request's label names, or {@link #UNSURE}
 * @param confidence of the best label, from 0 to 1, also when the answer is unsure
 * @param scores from 0 to 1 for each label the provider scored
 */
public record Classification(String label, double confidence, Map<String, Double> scores, Usage usage) {

    public static final String UNSURE = "unsure";

    public Classification {
        scores = Map.copyOf(scores);
    }
}
