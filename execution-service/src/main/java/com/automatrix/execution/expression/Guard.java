package com.automatrix.execution.expression;

import com.automatrix.execution.engine.ExpressionFailed;
import com.dashjoin.jsonata.Jsonata.EntryCallback;
import com.dashjoin.jsonata.Jsonata.ExitCallback;
import com.dashjoin.jsonata.Jsonata.Frame;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks in at every step of one config's evaluations, and stops them at the first limit they go over. */
final class Guard {

    private final ExpressionLimits limits;
    private final LongSupplier processorNanos;
    private final long startedAt = System.nanoTime();
    private final long usedBefore;
    private final IdentityHashMap<Object, Integer> weights = new IdentityHashMap<>();
    private int depth;
    private long listed;

    Guard(ExpressionLimits limits) {
        this(limits, ProcessorTime::nanos);
    }

    Guard(ExpressionLimits limits, LongSupplier processorNanos) {
        this.limits = limits;
        this.processorNanos = processorNanos;
        this.usedBefore = processorNanos.getAsLong();
    }

    void watch(Frame frame) {
        depth = 0;
        EntryCallback entry = (_, _, _) -> enter();
        ExitCallback exit = (_, _, _, result) -> leave(result);
        frame.setEvaluateEntryCallback(entry);
        frame.setEvaluateExitCallback(exit);
    }

    void checkTime() {
        long most = limits.time().toNanos();
        // On a busy machine time goes by without a processor: no reason to fail anybody's execution. Asked only then,
        // because it costs more than the clock.
        if (System.nanoTime() - startedAt > most && processorNanos.getAsLong() - usedBefore > most) {
            throw new ExpressionFailed(
                    "expression.timeout",
                    "Expected the expressions to take at most %d ms, but they took longer"
                            .formatted(limits.time().toMillis()));
        }
    }

    private void enter() {
        depth++;
        if (depth > limits.depth()) {
            throw tooDeep(limits);
        }
        checkTime();
    }

    private void leave(@Nullable Object result) {
        depth--;
        checkTime();
        if (result instanceof List<?> list) {
            listed += list.size();
        }
        if (listed > limits.workingSize() || weigh(result) > limits.workingSize()) {
            throw tooLarge(limits);
        }
        if (result instanceof Pattern) {
            // Whoever applied it would run it on java.util.regex, which may never come back.
            throw new ExpressionFailed(
                    "expression.regex", "Expected a regular expression as an argument, but it stands somewhere else");
        }
    }

    /** Counts what is reachable, again for each way it is reached, since that is what writing it out would cost. */
    private int weigh(@Nullable Object value) {
        if (value instanceof String text) {
            return 1 + text.length();
        }
        if (!(value instanceof List) && !(value instanceof Map)) {
            return 1;
        }
        Integer known = weights.get(value);
        if (known != null) {
            return known;
        }
        int weight = value instanceof List<?> list ? weighAll(list, list.size()) : weighObject((Map<?, ?>) value);
        weights.put(value, weight);
        return weight;
    }

    private int weighObject(Map<?, ?> object) {
        long keys = 0;
        for (Object key : object.keySet()) {
            keys += weigh(key);
        }
        return capped(keys + weighAll(object.values(), object.size()));
    }

    private int weighAll(Iterable<?> values, int size) {
        long weight = 1;
        if (size > limits.workingSize()) {
            return capped(size);
        }
        for (Object value : values) {
            weight += weigh(value);
            if (weight > limits.workingSize()) {
                break;
            }
        }
        return capped(weight);
    }

    private int capped(long weight) {
        return (int) Math.min(weight, limits.workingSize() + 1L);
    }

    static ExpressionFailed tooDeep(ExpressionLimits limits) {
        return new ExpressionFailed(
                "expression.too-deep",
                "Expected an expression to nest at most %d levels deep, but it goes deeper".formatted(limits.depth()));
    }

    static ExpressionFailed tooLarge(ExpressionLimits limits) {
        return new ExpressionFailed(
                "expression.too-large",
                "Expected an expression to work on values of at most %d characters, but one is larger"
                        .formatted(limits.workingSize()));
    }
}
