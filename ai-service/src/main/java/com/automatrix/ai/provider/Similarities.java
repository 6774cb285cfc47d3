package com.automatrix.ai.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a text with the example phrases of each label, without any model outside this process. A label
 * without examples is compared by its name and description.
 */
final class Similarities {

    private static final int REMEMBERED_PHRASES = 5_000;

    private final Embedder embedder;
    private final AiProperties.Local properties;
    private final Cache<String, float[]> phrases =
            Caffeine.newBuilder().maximumSize(REMEMBERED_PHRASES).build();

    Similarities(Embedder embedder, AiProperties.Local properties) {
        this.embedder = embedder;
        this.properties = properties;
    }

    /** How well each label fits the text: from 0 to 1, all together 1. */
    Map<String, Double> of(String text, List<Label> labels) {
        float[] vector = embedder.embed(text);
        Map<String, Double> similarities = new LinkedHashMap<>();
        for (Label label : labels) {
            similarities.put(label.name(), similarity(vector, label));
        }
        return softmax(similarities);
    }

    private double similarity(float[] text, Label label) {
        return phrasesOf(label).stream()
                .map(phrase -> dot(text, phrases.get(phrase, embedder::embed)))
                .sorted(Comparator.reverseOrder())
                .limit(properties.nearest())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static List<String> phrasesOf(Label label) {
        if (!label.examples().isEmpty()) {
            return label.examples();
        }
        String name = label.name().replace('_', ' ').replace('-', ' ');
        return List.of(label.description() == null ? name : name + ": " + label.description());
    }

    private Map<String, Double> softmax(Map<String, Double> similarities) {
        double highest = similarities.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        Map<String, Double> weights = new LinkedHashMap<>();
        similarities.forEach(
                (label, similarity) -> weights.put(label, Math.exp((similarity - highest) / properties.temperature())));
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((label, weight) -> weight / sum);
        return weights;
    }

    static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
