package com.automatrix.ai.call;

import com.automatrix.contracts.message.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that fits the call's schema and passed its check.
 *
 * @param json the answer as a plain tree if the call has a schema; else null
 * @param usage of all models that were asked for it
 * @param tried who was asked before in vain and why, such as {@code openai/gpt-5-mini: ai.rate-limited}; not empty means
 *     that the answer is degraded
 */
public record AiAnswer(
        String text, @Nullable Object json, Usage usage, String provider, String model, List<String> tried) {

    public AiAnswer {
        tried = List.copyOf(tried);
    }

    /** Whether somebody else answered than the one that was to. */
    public boolean degraded() {
        return !tried.isEmpty();
    }
}
