package com.automatrix.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes the AOT caches that later starts use: once the system is up, in the background, at the lowest priority and
 * while the machine is idle. Each service is started once more, on ports, a database and a broker of its own that are
 * thrown away, so that the training never touches the data or joins the consumers of the running system.
 */
final class AotTraining {
    static final String NAME = "aot-training";
    private static final int PORT_DISTANCE = 50;
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Settings sandbox;
    private final boolean isImpatient;

    AotTraining(Settings settings) {
        this.isImpatient =
                settings.environment().getOrDefault("AUTOMATRIX_AOT", "").equals("now");
        this.sandbox = new Settings(
                settings.root(),
                settings.home().resolve("training"),
                settings.apps(),
                new Ports(settings.ports().base() + PORT_DISTANCE),
                false,
                Map.of());
    }

    static void startInBackground(Settings settings, Children children, List<Service> services) {
        var wanted =
                !settings.environment().getOrDefault("AUTOMATRIX_AOT", "on").equals("off");
        var complete = services.stream()
                .allMatch(service -> Files.exists(service.application().cache()));
        if (!wanted || complete || children.alive(NAME).isPresent()) {
            return;
        }
        var command = List.of(
                settings.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "train");
        children.start(new Launch(NAME, List.of("nice", "-n", "19"), command, Map.of(), Map.of()));
    }

    /** Runs until every service has its cache, or until the machine has been busy for too long. */
    void run() {
        Folders.delete(sandbox.home());
        var children = new Children(sandbox);
        var postgres = new Postgres(sandbox, children);
        var broker = new Broker(sandbox, children);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> quietly().down()));
        awaitIdle();
        postgres.prepare();
        broker.prepare();
        children.start(broker.launch());
        children.start(postgres.launch());
        postgres.createDatabases();
        broker.createTopics();
        for (var name : ServiceName.values()) {
            train(new Service(sandbox, name, postgres.password()), children);
        }
        quietly().down();
        Folders.delete(sandbox.home());
    }

    private LocalSystem quietly() {
        return new LocalSystem(sandbox, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    private void train(Service service, Children children) {
        var cache = service.application().cache();
        if (Files.exists(cache)) {
            return;
        }
        awaitIdle();
        var fresh = Path.of(cache + ".fresh");
        var options = List.of("-XX:AOTCacheOutput=" + fresh);
        var child = children.start(service.launch(options));
        try (var http = HttpClient.newHttpClient()) {
            var ready =
                    Waiting.until(PATIENCE, Duration.ofMillis(500), () -> !child.isAlive() || service.isReady(http));
            System.out.println("training service=" + service.name().text() + " ready=" + ready);
        }
        children.stopPatiently(child, PATIENCE);
        keep(fresh, cache);
    }

    private static void keep(Path fresh, Path cache) {
        try {
            if (Files.exists(fresh)) {
                Files.move(fresh, cache);
            }
            Files.deleteIfExists(Path.of(fresh + ".config"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitIdle() {
        if (isImpatient) {
            return;
        }
        var system = ManagementFactory.getOperatingSystemMXBean();
        var idle = Waiting.until(
                Duration.ofHours(1),
                LOOK,
                () -> system.getSystemLoadAverage() < 0.75 * system.getAvailableProcessors());
        if (!idle) {
            throw new Failure("The machine was not idle for an hour: the caches are left for the next start.");
        }
    }
}
