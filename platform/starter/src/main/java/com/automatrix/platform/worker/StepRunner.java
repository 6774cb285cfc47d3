package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.platform.trace.TraceParents;
import com.automatrix.platform.worker.RunningStep.Stop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs leased steps on virtual threads, as many at once as the pool allows.
 *
 * <p>One thread leases, extends leases and watches deadlines; another stores results, many at a time. A step leaves
 * {@code running} only when its result is stored, so its lease is held until then.
 */
final class StepRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(200);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final StepInbox inbox;
    private final StepExecutor executor;
    private final ResultQueue results;
    private final Cancellations cancellations;
    private final TraceParents traces;
    private final InstantSource clock;
    private final WorkerProperties properties;
    private final String process;
    private final MeterRegistry metrics;
    private final Counter takenOver;

    private final Map<AttemptKey, RunningStep> running = new ConcurrentHashMap<>();
    private final Bulkheads bulkheads;
    private final Semaphore wake = new Semaphore(0);

    private volatile boolean leasing;
    /** Whether the table may hold what nobody works on. */
    private volatile boolean backlog = true;

    private volatile @Nullable Thread leasingThread;
    private Instant leasesExtendedAt = Instant.EPOCH;
    private Instant forgottenAt = Instant.EPOCH;

    StepRunner(
            StepInbox inbox,
            StepExecutor executor,
            StepResults results,
            RunnerSurroundings surroundings,
            WorkerProperties properties) {
        this.inbox = inbox;
        this.executor = executor;
        this.results = new ResultQueue(results, this::leave);
        this.bulkheads = new Bulkheads(properties.concurrency(), properties.perBulkhead());
        this.properties = properties;
        this.cancellations = new Cancellations(properties.cancelLookback());
        this.process = surroundings.process();
        this.clock = surroundings.clock();
        this.traces = surroundings.traces();
        this.metrics = surroundings.metrics();
        Gauge.builder("automatrix.worker.running", running, Map::size)
                .description("Steps that this process works on")
                .tag("pool", properties.pool())
                .register(metrics);
        this.takenOver = Counter.builder("automatrix.worker.taken.over")
                .description("Steps whose former process did not finish them")
                .tag("pool", properties.pool())
                .register(metrics);
    }

    /**
     * Takes requests into the table. As many as there is room for begin at once, leased from their first moment; the
     * others wait in the table for this process or another.
     *
     * @return how many were new
     */
    int take(List<IncomingStep> steps) {
        var now = clock.instant();
        var all = new ArrayList<IncomingStep>(steps.size());
        var later = new ArrayList<IncomingStep>();
        steps.forEach(step -> (leasing && bulkheads.enter(step.bulkhead()) ? all : later).add(step));
        var reserved = new ArrayList<>(all.stream().map(IncomingStep::bulkhead).toList());
        int free = all.size();
        all.addAll(later);
        try {
            var added = inbox.add(all, free, now, now.plus(properties.lease()));
            for (var step : added.leased()) {
                start(step, now);
                reserved.remove(step.bulkhead());
            }
            if (added.waiting() > 0) {
                backlog = true;
                wake();
            }
            return added.leased().size() + added.waiting();
        } finally {
            reserved.forEach(bulkheads::leave);
        }
    }

    /** Their results are stored. */
    private void leave(List<FinishedStep> steps) {
        steps.forEach(step -> leave(step.key()));
        if (backlog) {
            wake();
        }
    }

    private void leave(AttemptKey key) {
        var left = running.remove(key);
        if (left != null) {
            bulkheads.leave(left.step().bulkhead());
        }
    }

    private void wake() {
        wake.release();
    }

    /** Stops what was requested before the cancellation, here and in the table. */
    void cancel(StepCancelled cancelled, Instant at) {
        cancellations.add(cancelled, at);
        inbox.cancel(cancelled, at);
        running.values().stream()
                .filter(step -> cancellations.concern(step.step()))
                .forEach(step -> step.stop(Stop.CANCELLED));
    }

    private void leaseAlways() {
        while (leasing) {
            try {
                if (wake.tryAcquire(properties.tick().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                tick();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("steps not leased pool={} because=\"{}\"", properties.pool(), failure.getMessage());
            }
        }
    }

    private void tick() {
        var now = clock.instant();
        stopWhatIsTooLate(now);
        extendLeases(now);
        leaseMore(now);
        forgetOld(now);
    }

    private void stopWhatIsTooLate(Instant now) {
        running.values().stream()
                .filter(step -> !now.isBefore(step.step().deadline()))
                .forEach(step -> step.stop(Stop.TOO_LATE));
    }

    private void extendLeases(Instant now) {
        if (running.isEmpty()
                || now.isBefore(leasesExtendedAt.plus(properties.lease().dividedBy(3)))) {
            return;
        }
        var mine = new ArrayList<>(running.keySet());
        var held = inbox.extend(mine, now.plus(properties.lease()));
        leasesExtendedAt = now;
        for (var key : mine) {
            var step = running.get(key);
            if (step != null && !held.contains(key)) {
                step.stop(Stop.LEASE_LOST);
            }
        }
    }

    private void leaseMore(Instant now) {
        var room = bulkheads.close();
        try {
            if (!leasing || room.inAll() == 0) {
                return;
            }
            var steps = inbox.lease(room, now, now.plus(properties.lease()));
            for (var step : steps) {
                if (step.leases() > 1) {
                    takenOver.increment();
                }
                bulkheads.occupy(step.bulkhead());
                start(step, now);
            }
            backlog = !steps.isEmpty() || bulkheads.isSomeFull();
        } finally {
            bulkheads.open();
        }
    }

    private void start(LeasedStep step, Instant now) {
        var run = new RunningStep(step, now);
        if (running.putIfAbsent(step.key(), run) != null) {
            // Its lease ran out while this process was still at it: it is this process's again.
            bulkheads.leave(step.bulkhead());
            return;
        }
        run.runOn(Thread.ofVirtual()
                .name("step-" + step.key())
                .unstarted(() -> Correlation.run(
                        step.request().correlationId(),
                        () -> traces.run(
                                step.traceparent(), "step " + step.request().type(), () -> work(run)))));
    }

    private void work(RunningStep run) {
        var step = run.step();
        if (cancellations.concern(step)) {
            run.stop(Stop.CANCELLED);
        } else if (!clock.instant().isBefore(step.deadline())) {
            run.stop(Stop.TOO_LATE);
        }
        var result = run.stopped() == null ? resultOf(step) : tooLate();
        // The thread may still be interrupted; what follows must not be.
        boolean _ = Thread.interrupted();
        var finish = finish(run, result);
        if (finish != null) {
            results.add(finish);
        } else if (run.stopped() == Stop.LEASE_LOST) {
            leave(step.key());
        }
    }

    private StepResult resultOf(LeasedStep step) {
        if (step.leases() > properties.maxLeases()) {
            var message = "Expected a process to finish the step, but %d did not.".formatted(step.leases() - 1);
            return StepResult.failure(StepError.permanent("step.gave-up", message));
        }
        return executor.execute(step.request());
    }

    private @Nullable FinishedStep finish(RunningStep run, StepResult result) {
        var stop = run.stopped();
        if (stop == null) {
            return told(run, result);
        }
        return switch (stop) {
            case CANCELLED -> new FinishedStep(run.step(), null, null);
            case TOO_LATE -> told(run, tooLate());
            case LEASE_LOST -> null;
            // What was done all the same is not done again elsewhere.
            case SHUTDOWN -> result instanceof StepResult.Failure ? null : told(run, result);
        };
    }

    private FinishedStep told(RunningStep run, StepResult result) {
        var request = run.step().request();
        var completed = new StepCompleted(
                request.executionId(),
                request.stepRunId(),
                request.attempt(),
                outcome(result),
                run.startedAt(),
                clock.instant(),
                process,
                result.usage());
        Timer.builder("automatrix.step.duration")
                .description("How long attempts take")
                .tag("type", request.type())
                .tag("outcome", name(result))
                .register(metrics)
                .record(Duration.between(run.startedAt(), completed.finishedAt()));
        return new FinishedStep(run.step(), completed, traces.current());
    }

    private static String name(StepResult result) {
        return switch (result) {
            case StepResult.Success _ -> "success";
            case StepResult.Failure _ -> "failure";
            case StepResult.Continue _ -> "continue";
            case StepResult.Deferred _ -> "deferred";
        };
    }

    private static StepResult tooLate() {
        return StepResult.failure(StepError.passing("step.timeout", "The step was stopped, since its time was over."));
    }

    private static StepOutcome outcome(StepResult result) {
        return switch (result) {
            case StepResult.Success success -> new StepOutcome.Succeeded(success.output(), success.handles());
            case StepResult.Failure failure -> new StepOutcome.Failed(failure.error());
            case StepResult.Continue going -> new StepOutcome.Continue(going.state(), going.calls());
            case StepResult.Deferred(var until, var reason) -> new StepOutcome.Running(until, reason);
        };
    }

    private void forgetOld(Instant now) {
        if (now.isBefore(forgottenAt.plus(FORGET_EVERY))) {
            return;
        }
        forgottenAt = now;
        cancellations.forgetOld(now);
        inbox.forget(now.minus(properties.keep()));
    }

    @Override
    public synchronized void start() {
        if (leasing) {
            return;
        }
        leasing = true;
        results.start();
        leasingThread = Thread.ofPlatform().name("step-leases").start(this::leaseAlways);
    }

    // What runs may finish; what does not in time goes back to the table, for another process to take at once.
    @Override
    public synchronized void stop() {
        if (!leasing) {
            return;
        }
        leasing = false;
        wake();
        join(leasingThread, Duration.ofSeconds(5));
        awaitRunning(properties.shutdownGrace());
        running.values().forEach(step -> step.stop(Stop.SHUTDOWN));
        running.values().forEach(step -> step.await(STOP_PATIENCE));
        results.stop(Duration.ofSeconds(5));
        giveBack();
    }

    private void awaitRunning(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        try {
            while (!running.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack() {
        var left = List.copyOf(running.keySet());
        left.forEach(this::leave);
        if (left.isEmpty()) {
            return;
        }
        try {
            inbox.release(left);
        } catch (RuntimeException failure) {
            // Their leases run out by themselves.
            LOG.warn("steps not given back count={} because=\"{}\"", left.size(), failure.getMessage());
        }
    }

    static void join(@Nullable Thread thread, Duration patience) {
        if (thread == null) {
            return;
        }
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return leasing;
    }

    // After the outbox relay has started, before the intake; stopped in the opposite order.
    @Override
    public int getPhase() {
        return 1_000;
    }
}
