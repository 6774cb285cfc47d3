package com.automatrix.ai.call;

import com.automatrix.contracts.message.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The sum of what some requests used; of one thread. */
public final class Spent {

    private @Nullable String model;
    private long promptTokens;
    private long completionTokens;
    private @Nullable BigDecimal cost;

    /** Adds what one of them used; null: nothing. */
    public void add(@Nullable Usage usage) {
        if (usage == null) {
            return;
        }
        model = usage.model() == null ? model : usage.model();
        promptTokens += usage.promptTokens();
        completionTokens += usage.completionTokens();
        BigDecimal added = usage.cost();
        if (added != null) {
            cost = cost == null ? added : cost.add(added);
        }
    }

    /** The last model asked, and the tokens and the cost of all. */
    public Usage usage() {
        return new Usage(model, promptTokens, completionTokens, cost);
    }
}
