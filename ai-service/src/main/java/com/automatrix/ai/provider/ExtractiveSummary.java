package com.automatrix.ai.provider;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Chooses the sentences of a text that are nearest to what all of it is about; writes none of its own. */
final class ExtractiveSummary {

    private static final int MOST_SENTENCES = 200;
    private static final int SHORTEST = 8;
    private static final double SAME = 0.95;

    private ExtractiveSummary() {}

    /** At most so many sentences, in the order of the text. */
    static List<String> of(String text, int most, Embedder embedder) {
        List<String> sentences = sentences(text);
        if (sentences.size() <= most) {
            return sentences;
        }
        List<float[]> vectors = sentences.stream().map(embedder::embed).toList();
        float[] middle = sum(vectors);
        List<Integer> chosen = new ArrayList<>();
        IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -Similarities.dot(vectors.get(place), middle)))
                .filter(place -> chosen.size() < most)
                .filter(place -> chosen.stream()
                        .noneMatch(other -> Similarities.dot(vectors.get(place), vectors.get(other)) > SAME))
                .forEach(chosen::add);
        return chosen.stream().sorted().map(sentences::get).toList();
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String line : text.split("\\R+", -1)) {
            BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
            breaks.setText(line);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                String sentence = line.substring(start, end).strip();
                if (sentence.length() >= SHORTEST && sentences.size() < MOST_SENTENCES) {
                    sentences.add(sentence);
                }
                start = end;
            }
        }
        return sentences.isEmpty() && !text.isBlank() ? List.of(text.strip()) : sentences;
    }

    private static float[] sum(List<float[]> vectors) {
        float[] sum = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return sum;
    }
}
