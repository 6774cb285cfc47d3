package com.automatrix.execution.inbox;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.correlation.CorrelationState;
import com.automatrix.execution.gate.GateState;
import com.automatrix.execution.persistence.AggregateKey;
import com.automatrix.execution.persistence.AggregateRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gates and correlations that one batch touches: read before it, written with it. */
final class Aggregates {

    /** How long one that nobody needs is kept, so that late duplicates find what it remembers. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    private final Map<AggregateKey, byte[]> stored;
    private final Map<AggregateKey, Object> current = new HashMap<>();
    private final Map<AggregateKey, Changed> changed = new LinkedHashMap<>();

    Aggregates(Map<AggregateKey, byte[]> stored) {
        this.stored = stored;
    }

    static Aggregates none() {
        return new Aggregates(Map.of());
    }

    private record Changed(int partition, Object state) {}

    /** The aggregate that an intake is for; null if it is for an execution or for nobody. */
    static @Nullable AggregateKey keyOf(Intake intake) {
        return switch (intake) {
            case Intake.ForGate gate -> AggregateKey.gate(gate.aggregateKey());
            case Intake.ForCorrelation correlation -> AggregateKey.correlation(correlation.aggregateKey());
            case Intake.Received _, Intake.Misplaced _, Intake.Skipped _, Intake.Due _ -> null;
        };
    }

    GateState gate(String key) {
        return state(AggregateKey.gate(key), GateState.class, GateState.EMPTY);
    }

    CorrelationState correlation(String key) {
        return state(AggregateKey.correlation(key), CorrelationState.class, CorrelationState.EMPTY);
    }

    void put(int partition, String key, GateState next) {
        put(AggregateKey.gate(key), partition, next);
    }

    void put(int partition, String key, CorrelationState next) {
        put(AggregateKey.correlation(key), partition, next);
    }

    /** What the batch has to store. */
    List<AggregateRow> rows(Instant now) {
        return changed.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    private <S> S state(AggregateKey key, Class<S> type, S empty) {
        byte[] bytes = stored.get(key);
        Object known = current.get(key);
        if (known == null) {
            known = bytes == null ? empty : ContractJson.events().readValue(bytes, type);
            current.put(key, known);
        }
        return type.cast(known);
    }

    private void put(AggregateKey key, int partition, Object next) {
        current.put(key, next);
        changed.put(key, new Changed(partition, next));
    }

    private static AggregateRow row(AggregateKey key, Changed changed, Instant now) {
        byte[] bytes = ContractJson.events().writeValueAsBytes(changed.state());
        return new AggregateRow(key, changed.partition(), bytes, forgetAt(changed.state(), now));
    }

    private static @Nullable Instant forgetAt(Object state, Instant now) {
        Instant earliest = now.plus(REMEMBERED);
        return switch (state) {
            case GateState gate -> gate.isIdle() ? earliest : null;
            case CorrelationState correlation ->
                correlation
                        .usedUntil()
                        .map(until -> until.isAfter(earliest) ? until : earliest)
                        .orElse(null);
            default -> null;
        };
    }
}
