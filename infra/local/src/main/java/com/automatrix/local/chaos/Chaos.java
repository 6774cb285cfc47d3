package com.automatrix.local.chaos;

import com.automatrix.local.Failure;
import com.automatrix.local.Replicas;
import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;
import com.automatrix.local.Waiting;
import com.automatrix.local.bench.Session;
import com.automatrix.local.bench.Workflow;
import com.automatrix.local.bench.Workflows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** ./automatrix chaos engine: three execution-services under load, of which one after the other is killed. */
public final class Chaos {
    private static final int REPLICAS = 3;
    /** Longer than any timeout of the workflows: whoever has not gone on by then never will. */
    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Options options;
    private final Replicas replicas;
    private final RunningParts parts;
    private final Session session;
    private final CountDownLatch over = new CountDownLatch(1);
    private int kills;

    private Chaos(Settings settings, Options options) {
        this.options = options;
        this.replicas = new Replicas(settings, REPLICAS);
        this.parts = new RunningParts(settings);
        this.session = new Session(settings);
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        try {
            var verdict = cause(Settings.of(environment), Options.read(arguments));
            System.out.println(verdict);
            return verdict.isGood() ? 0 : 1;
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    /** On a system that is up; it is as it was afterwards. */
    public static Verdict cause(Settings settings, Options options) {
        var chaos = new Chaos(settings, options);
        try (var started = chaos.replicas;
                var workflows = new Workflows(chaos.session)) {
            started.start();
            return chaos.run(Mix.publish(workflows));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private Verdict run(List<Workflow> workflows) throws InterruptedException {
        var run = UUID.randomUUID().toString();
        try (var starter = new Starter(session, replicas.urls(), workflows, run);
                var evidence = new Evidence(parts, workflows)) {
            var killer = Thread.ofPlatform().daemon().name("killer").start(this::killOneAfterTheOther);
            starter.start(options.rate(), options.time());
            over.countDown();
            killer.join();
            replicas.start();
            awaitEnds(evidence);
            return new Verdict(
                    starter.accepted().size(),
                    evidence.unknown(starter.accepted()) + starter.refused(),
                    Math.max(evidence.unended(), evidence.foundStuck()),
                    evidence.completedTwice() + evidence.breaks(),
                    evidence.wrongEnds(),
                    evidence.requestedAgain(),
                    starter.errors(),
                    kills);
        }
    }

    /** Never two at once: on a slow machine the next one has to wait until the last one is back. */
    private void killOneAfterTheOther() {
        try {
            while (!over.await(options.killEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                replicas.start();
                var number = kills % REPLICAS + 1;
                System.err.println("Killing replica " + number + " ...");
                replicas.kill(number);
                kills++;
                replicas.start(number);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until all have ended, or nothing moves any more. */
    private static void awaitEnds(Evidence evidence) {
        var left = evidence.unended();
        while (left > 0) {
            var before = left;
            if (!Waiting.until(STANDSTILL, PAUSE, () -> evidence.unended() < before)) {
                return;
            }
            left = evidence.unended();
        }
    }
}
