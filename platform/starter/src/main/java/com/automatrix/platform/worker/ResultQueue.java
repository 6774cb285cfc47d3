package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/** Stores results on a thread of its own, as many at a time as have come, and tries again while the database is away. */
final class ResultQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ResultQueue.class);
    private static final int AT_ONCE = 200;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration GATHER = Duration.ofMillis(3);
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    private final StepResults results;
    private final Consumer<List<FinishedStep>> whenStored;
    private final BlockingQueue<FinishedStep> finished = new LinkedBlockingQueue<>();

    private volatile boolean storing;
    private volatile @Nullable Thread thread;

    /** @param whenStored is told on the queue's thread, once the results are durable */
    ResultQueue(StepResults results, Consumer<List<FinishedStep>> whenStored) {
        this.results = results;
        this.whenStored = whenStored;
    }

    void add(FinishedStep step) {
        finished.add(step);
    }

    void start() {
        storing = true;
        thread = Thread.ofPlatform().name("step-results").start(this::storeAlways);
    }

    /** Stores what has come, if that is soon done; what is left then is forgotten here. */
    void stop(Duration patience) {
        storing = false;
        StepRunner.join(thread, patience);
        finished.clear();
    }

    private void storeAlways() {
        while (storing || !finished.isEmpty()) {
            try {
                var first = finished.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) {
                    tidy();
                } else {
                    storeWith(first);
                }
            } catch (InterruptedException stopping) {
                return;
            }
        }
        tidy();
    }

    private void storeWith(FinishedStep first) throws InterruptedException {
        var batch = new ArrayList<FinishedStep>();
        batch.add(first);
        if (!finished.isEmpty()) {
            // Several are the sign of more, and one transaction for all costs least.
            Thread.sleep(GATHER);
        }
        finished.drainTo(batch, AT_ONCE - 1);
        while (!stored(batch)) {
            if (!storing) {
                return;
            }
            Thread.sleep(RETRY);
        }
        whenStored.accept(batch);
    }

    private void tidy() {
        try {
            results.tidy();
        } catch (RuntimeException away) {
            LOG.debug("sent answers not removed because=\"{}\"", away.getMessage());
        }
    }

    private boolean stored(List<FinishedStep> batch) {
        try {
            results.store(batch);
            return true;
        } catch (NonTransientDataAccessResourceException away) {
            LOG.warn("step results not stored count={} because=\"{}\"", batch.size(), away.getMessage());
            return false;
        } catch (NonTransientDataAccessException refused) {
            return storedOneByOne(batch, refused);
        } catch (RuntimeException failure) {
            LOG.warn("step results not stored count={} because=\"{}\"", batch.size(), failure.getMessage());
            return false;
        }
    }

    // One result that the database refuses must not hold up the others, nor its own execution.
    private boolean storedOneByOne(List<FinishedStep> batch, NonTransientDataAccessException refused) {
        if (batch.size() > 1) {
            return batch.stream()
                    .filter(step -> !stored(List.of(step)))
                    .findAny()
                    .isEmpty();
        }
        var step = batch.getFirst();
        LOG.error("step result refused attempt={}", step.key(), refused);
        var error = StepError.permanent("step.output-unstorable", "Expected an output that can be stored.");
        var completed = step.completed();
        if (completed == null || isFailure(completed, error.code())) {
            return true;
        }
        var failed = new StepCompleted(
                completed.executionId(),
                completed.stepRunId(),
                completed.attempt(),
                new StepOutcome.Failed(error),
                completed.startedAt(),
                completed.finishedAt(),
                completed.worker(),
                completed.usage());
        return stored(List.of(new FinishedStep(step.step(), failed, step.traceparent())));
    }

    private static boolean isFailure(StepCompleted completed, String code) {
        return completed.outcome() instanceof StepOutcome.Failed failed
                && failed.error().code().equals(code);
    }
}
