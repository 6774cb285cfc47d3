package com.automatrix.ai.explain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An execution in plain words.
 *
 * @param basis {@code log}: said by rules; {@code model}: a model has reworded it
 * @param text all of it, to be read
 * @param sentences what the log says, in its order; the same whatever the basis
 * @param failure of the execution or of a step; null when nothing failed
 */
record Explanation(
        UUID executionId,
        String status,
        String basis,
        String text,
        List<Sentence> sentences,
        @Nullable Failure failure) {

    Explanation {
        sentences = List.copyOf(sentences);
    }

    /**
     * A fact.
     *
     * @param stepRunId the step it is about; null: the execution as a whole
     */
    record Sentence(@Nullable String stepRunId, String text) {}

    /** What went wrong, and what a person can do about it. */
    record Failure(
            @Nullable String stepRunId, @Nullable String stepName, String code, String message, String whatToDo) {}

    Explanation reworded(String words) {
        return new Explanation(executionId, status, "model", words, sentences, failure);
    }
}
