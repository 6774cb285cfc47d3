package com.automatrix.ai.eval;

import com.automatrix.ai.provider.Label;
import java.util.List;
import java.util.Map;

/** Who is measured. Called by several threads at once; an item without a usable answer counts as wrong. */
interface Subject {

    /** Such as {@code local/bge-small-en-v1.5}. */
    String name();

    /**
     * How well each label fits, from 0 to 1; labels that do not fit may be missing.
     *
     * @throws NotPossibleException if it can never do so
     */
    Map<String, Double> classify(String text, List<Label> labels);

    /**
     * The fields of the schema that stand in the text.
     *
     * @throws NotPossibleException if it can never do so
     */
    Map<String, Object> extract(String text, Map<String, Object> schema);

    /**
     * A text by the instructions about the data.
     *
     * @throws NotPossibleException if it can never do so
     */
    String write(String instructions, String data);

    /** What of a text would leave for a model. */
    String hide(String text);

    /** Says that a provider cannot do a kind of task at all. */
    final class NotPossibleException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPossibleException(String sentence) {
            super(sentence);
        }
    }

    /** Says that there was no usable answer this time. */
    final class NoAnswerException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswerException(String code) {
            super(code);
        }
    }
}
