package com.automatrix.execution.trigger;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.engine.CompiledWorkflow;
import com.automatrix.execution.steptype.KnownStepTypes;
import com.automatrix.execution.trigger.WorkflowVersionStore.InForce;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The versions that this service knows, compiled; the one in force is asked of the database, which all replicas share. */
@Component
public class PublishedWorkflows {

    private static final int COMPILED_VERSIONS = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration IN_FORCE_FOR = Duration.ofSeconds(5);

    private final WorkflowVersionStore store;
    private final KnownStepTypes stepTypes;
    private final Cache<Key, PublishedVersion> compiled =
            Caffeine.newBuilder().maximumSize(COMPILED_VERSIONS).build();
    // Kept for a moment only: another replica may have read a later publication first.
    private final Cache<WorkflowId, InForce> inForce = Caffeine.newBuilder()
            .expireAfterWrite(IN_FORCE_FOR)
            .maximumSize(COMPILED_VERSIONS)
            .build();
    private final AtomicReference<CompletableFuture<Void>> nextChange =
            new AtomicReference<>(new CompletableFuture<>());

    PublishedWorkflows(WorkflowVersionStore store, KnownStepTypes stepTypes) {
        this.store = store;
        this.stepTypes = stepTypes;
    }

    // With other step types a version is compiled anew; what was compiled before is forgotten by and by.
    private record Key(WorkflowId workflowId, int version, int stepTypes) {}

    /** The version in force. */
    public Optional<PublishedVersion> current(WorkflowId workflowId) {
        return inForce(workflowId)
                .flatMap(found -> Optional.ofNullable(found.version()))
                .flatMap(version -> version(workflowId, version));
    }

    /** Whether the workflow is published, but nothing may start it for now. */
    public boolean isPaused(WorkflowId workflowId) {
        return inForce(workflowId).map(InForce::paused).orElse(false);
    }

    private Optional<InForce> inForce(WorkflowId workflowId) {
        InForce known = inForce.getIfPresent(workflowId);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<InForce> stored = store.inForce(workflowId);
        // Whoever waits for a version must not be kept waiting by what was true a moment ago.
        stored.filter(found -> found.version() != null).ifPresent(found -> inForce.put(workflowId, found));
        return stored;
    }

    public Optional<PublishedVersion> version(WorkflowId workflowId, int version) {
        Key key = new Key(workflowId, version, stepTypes.generation());
        PublishedVersion known = compiled.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PublishedVersion> found = store.find(workflowId, version).map(this::compile);
        found.ifPresent(loaded -> compiled.put(key, loaded));
        return found;
    }

    /** The version in force, or the given one; nothing of a workflow that is not published any more. */
    public Optional<PublishedVersion> startable(WorkflowId workflowId, @Nullable Integer version) {
        Optional<PublishedVersion> current = current(workflowId);
        return version == null || current.isEmpty() ? current : version(workflowId, version);
    }

    /**
     * The same, but waits for it, because it may just have been published.
     *
     * @return empty if it has not arrived in that time
     */
    public Optional<PublishedVersion> await(WorkflowId workflowId, @Nullable Integer version, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            CompletableFuture<Void> change = nextChange.get();
            Optional<PublishedVersion> found = startable(workflowId, version);
            long left = deadline - System.nanoTime();
            if (found.isPresent() || left <= 0) {
                return found;
            }
            // Another replica may store it without a word to this one: hence the short waits.
            awaitChange(change, Math.min(left, LOOK_AGAIN.toNanos()));
        }
    }

    private static void awaitChange(CompletableFuture<Void> change, long nanos) throws InterruptedException {
        try {
            change.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException nothingYet) {
            return;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Forgets which version is in force, after a change. */
    void changed(WorkflowId workflowId) {
        inForce.invalidate(workflowId);
        nextChange.getAndSet(new CompletableFuture<>()).complete(null);
    }

    private PublishedVersion compile(WorkflowVersionStore.StoredVersion stored) {
        return new PublishedVersion(CompiledWorkflow.compile(
                stored.workflowId(),
                stored.version(),
                stored.name(),
                stored.definition(),
                type -> stepTypes.find(type).orElse(null)));
    }
}
