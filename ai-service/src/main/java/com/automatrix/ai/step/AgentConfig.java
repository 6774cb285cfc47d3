package com.automatrix.ai.step;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The config of {@code ai.agent}. Which tools there are, which of them are sensitive and who approves of those is the
 * engine's business.
 */
record AgentConfig(
        @Nullable String goal,
        @Nullable PromptRef promptRef,
        @Nullable Map<String, @Nullable Object> variables,
        @Nullable String text,
        @Nullable Object data,
        @Nullable List<String> allowedFields,
        @Nullable List<String> tools,
        @Nullable List<String> sensitiveTools,
        @Nullable String approverRole,
        @Nullable String approvalDue,
        @Nullable Integer maxTurns,
        @Nullable Long maxTokens,
        @Nullable Map<String, Object> outputSchema,
        @Nullable String model,
        @Nullable Fallback fallback)
        implements Prompted {

    private static final int USUAL_TURNS = 8;
    private static final long USUAL_TOKENS = 50_000;

    Material material() {
        return new Material(text, data, allowedFields);
    }

    boolean isLast(int turn) {
        return turn >= (maxTurns == null ? USUAL_TURNS : maxTurns);
    }

    /** Over all turns. */
    long mostTokens() {
        return maxTokens == null ? USUAL_TOKENS : maxTokens;
    }
}
