package com.automatrix.local.chaos;

import com.automatrix.local.Failure;
import com.automatrix.local.LocalSystem;
import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;
import com.automatrix.local.bench.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** ./automatrix chaos leads: documents come in while one part after the other is killed and started again. */
public final class LeadChaos {
    /** Without an event for so long, no further one will come. */
    private static final Duration STANDSTILL = Duration.ofMinutes(1);

    private final Settings settings;
    private final LeadOptions options;
    private final LocalSystem system;
    private final CountDownLatch never = new CountDownLatch(1);

    private LeadChaos(Settings settings, LeadOptions options) {
        this.settings = settings;
        this.options = options;
        this.system = new LocalSystem(settings, System.err);
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        try {
            var verdict = cause(Settings.of(environment), LeadOptions.read(arguments));
            System.out.println(verdict);
            return verdict.isGood() ? 0 : 1;
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    /** On a system that is up; it is up afterwards. */
    public static LeadVerdict cause(Settings settings, LeadOptions options) {
        try {
            return new LeadChaos(settings, options).run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private LeadVerdict run() throws InterruptedException {
        var run = UUID.randomUUID().toString();
        var session = new Session(settings);
        try (var evidence = new LeadEvidence(new RunningParts(settings).kafka(), run);
                var sender = new LeadSender(session, settings.url(), run)) {
            var sending = Thread.ofPlatform().daemon().name("sender").start(() -> sender.send(options.rate()));
            for (var part : options.parts()) {
                pause();
                killAndStart(LeadVictim.of(part, system));
            }
            pause();
            sender.stop();
            sending.join();
            evidence.awaitEvents(sender.accepted(), STANDSTILL);
            return new LeadVerdict(
                    sender.accepted().size(),
                    sender.refused(),
                    evidence.lost(sender.accepted()),
                    evidence.twice(),
                    Math.max(0, sender.accepted().size() - evidence.listed(session.hub())),
                    evidence.redelivered(),
                    sender.errors(),
                    options.parts().size());
        }
    }

    private static void killAndStart(LeadVictim victim) {
        System.err.println("Killing " + victim.name() + " ...");
        victim.kill().run();
        victim.start().run();
    }

    private void pause() throws InterruptedException {
        never.await(options.quiet().toMillis(), TimeUnit.MILLISECONDS);
    }
}
