package com.automatrix.execution.expression;

import com.automatrix.execution.engine.Scope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the expressions of one config see, and the limits that they share: made when the first of them asks. */
final class Seen {

    private final Scope scope;
    private final ExpressionLimits limits;
    private @Nullable Map<String, @Nullable Object> copied;
    private @Nullable Guard guard;

    Seen(Scope scope, ExpressionLimits limits) {
        this.scope = scope;
        this.limits = limits;
    }

    Instant now() {
        return scope.now();
    }

    /** The values themselves, for whoever changes none. */
    Map<String, @Nullable Object> values() {
        return scope.values();
    }

    /** Values that JSONata may add to. */
    Map<String, @Nullable Object> copied() {
        Map<String, @Nullable Object> known = copied;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Map.Entry<String, @Nullable Object> entry : scope.values().entrySet()) {
                known.put(entry.getKey(), Untouched.copy(entry.getValue()));
            }
            copied = known;
        }
        return known;
    }

    Guard guard() {
        Guard known = guard;
        if (known == null) {
            known = new Guard(limits);
            guard = known;
        }
        return known;
    }
}
