package com.automatrix.execution.steptype;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Finds step types by name: the built-in ones, then what this service has read of the others. */
@Component
public class KnownStepTypes {

    private final StepTypeStore store;
    private final Map<String, StepType> external = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();

    KnownStepTypes(StepTypeStore store) {
        this.store = store;
    }

    /** Another number after each change: what was made with the types of an earlier one is to be made again. */
    public int generation() {
        return generation.get();
    }

    public Optional<StepType> find(String type) {
        Optional<StepType> builtIn = StepTypes.builtIn().find(type);
        if (builtIn.isPresent()) {
            return builtIn;
        }
        StepType known = external.get(type);
        // Another replica may have stored it first.
        return known == null ? load(type) : Optional.of(known);
    }

    /** Takes over what is stored. */
    void loadAll() {
        store.all().forEach(this::know);
    }

    /** Keeps what was written at that time and place, unless something later is known. */
    void keep(StepType type, Instant at, long offset) {
        store.put(type, at, offset);
        load(type.type());
    }

    private Optional<StepType> load(String type) {
        Optional<StepType> stored = store.find(type);
        stored.ifPresent(this::know);
        return stored;
    }

    private void know(StepType type) {
        if (!type.equals(external.put(type.type(), type))) {
            generation.incrementAndGet();
        }
    }
}
