package com.automatrix.ai.call;

import com.automatrix.ai.provider.ModelAnswer;
import com.automatrix.ai.provider.Providers.Target;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers every answer. */
final class Remembered implements AnswerCache {

    private final Map<Object, ModelAnswer> answers = new HashMap<>();

    @Override
    public @Nullable ModelAnswer find(AiCall sent, Target target) {
        return answers.get(sent.messages());
    }

    @Override
    public void keep(AiCall sent, Target target, ModelAnswer answer) {
        answers.put(sent.messages(), answer);
    }
}
