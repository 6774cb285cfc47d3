package com.automatrix.ai.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of an answer beside its schema. */
@FunctionalInterface
public interface AnswerCheck {

    AnswerCheck NONE = (text, json) -> new Verdict("ai.invalid-output", List.of());

    /**
     * Judges an answer, with its personal data back in place.
     *
     * @param json the answer as a plain tree if the call has a schema; else null
     */
    Verdict judge(String text, @Nullable Object json);

    /**
     * What is wrong with an answer.
     *
     * @param code of the failure if the next answer is no better
     * @param violations sentences that the model is told; empty: nothing is wrong
     */
    record Verdict(String code, List<String> violations) {

        public Verdict {
            violations = List.copyOf(violations);
        }
    }
}
