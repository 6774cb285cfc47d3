package com.automatrix.ai.call;

import com.automatrix.ai.provider.ModelAnswer;
import com.automatrix.ai.provider.Providers.Target;
import org.jspecify.annotations.Nullable;

/** Earlier answers to identical calls, for those calls that want them. */
public interface AnswerCache {

    /** Remembers nothing. */
    AnswerCache NONE = new AnswerCache() {
        @Override
        public @Nullable ModelAnswer find(AiCall sent, Target target) {
            return null;
        }

        @Override
        public void keep(AiCall sent, Target target, ModelAnswer answer) {}
    };

    /** The answer to the same guarded messages by the same model; null if there is none. */
    @Nullable
    ModelAnswer find(AiCall sent, Target target);

    /** Keeps an answer that fits its schema and passed its check; only with tokens in place of personal data. */
    void keep(AiCall sent, Target target, ModelAnswer answer);
}
