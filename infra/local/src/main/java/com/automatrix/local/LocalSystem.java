package com.automatrix.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole system of one home: brought up, brought down and told about. */
public final class LocalSystem {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(4);
    private static final long NEEDED_BYTES = 1L << 30;
    private static final int JAVA = 25;

    private final Settings settings;
    private final PrintStream out;
    private final InstantSource clock;
    private final Children children;
    private final Postgres postgres;
    private final Broker broker;
    private final ScriptedAi scriptedAi;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    public LocalSystem(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.clock = InstantSource.system();
        this.children = new Children(settings);
        this.postgres = new Postgres(settings, children);
        this.broker = new Broker(settings, children);
        this.scriptedAi = new ScriptedAi(settings);
    }

    /**
     * Starts what is missing or changed of these services, and what they stand on; returns when all of it takes requests.
     * What runs unchanged is left alone.
     */
    public void up(List<ServiceName> names) {
        checkJava();
        checkDisk();
        try (var _ = HomeLock.take(settings.home())) {
            var begin = clock.instant();
            checkNotElsewhere();
            settings.rememberDemo();
            postgres.prepare();
            broker.prepare();
            prepareScriptedAi();
            var services = services(names);
            services.parallelStream().forEach(service -> service.application().prepare());
            var missing = missing(services);
            if (missing.isEmpty()) {
                out.println("AutoMatrix is running already at " + settings.url() + ": nothing to do.");
                out.println(Welcome.text(settings));
                return;
            }
            out.println("Starting " + String.join(", ", missing.keySet()) + " ...");
            stopChanged(missing);
            checkPorts(missing);
            start(services, missing);
            out.printf(
                    "Ready after %d s.%n",
                    Duration.between(begin, clock.instant()).toSeconds());
            out.println(Welcome.text(settings));
            AotTraining.startInBackground(settings, children, services);
        }
    }

    private void prepareScriptedAi() {
        if (settings.hasScriptedAi()) {
            scriptedAi.prepare();
        } else {
            children.stop(children.alive(ScriptedAi.NAME).stream().toList(), "TERM");
        }
    }

    private List<Service> services(List<ServiceName> names) {
        var password = postgres.password();
        return names.stream().map(name -> new Service(settings, name, password)).toList();
    }

    private Map<String, Launch> missing(List<Service> services) {
        var all = new LinkedHashMap<String, Launch>();
        all.put(Postgres.NAME, postgres.launch());
        all.put(Broker.NAME, broker.launch());
        if (settings.hasScriptedAi()) {
            all.put(ScriptedAi.NAME, scriptedAi.launch());
        }
        services.forEach(service -> all.put(service.name().text(), service.launch()));
        all.values().removeIf(this::isRunning);
        return all;
    }

    private boolean isRunning(Launch launch) {
        return children.alive(launch.name())
                .filter(child -> child.fingerprint().equals(launch.fingerprint()))
                .isPresent();
    }

    private void stopChanged(Map<String, Launch> missing) {
        var changed = missing.keySet().stream()
                .flatMap(name -> children.alive(name).stream())
                .toList();
        children.stop(changed.stream().filter(LocalSystem::isService).toList(), "TERM");
        children.stop(changed.stream().filter(child -> !isService(child)).toList(), "INT");
    }

    private static boolean isService(Children.Child child) {
        return !List.of(Postgres.NAME, Broker.NAME, ScriptedAi.NAME).contains(child.name());
    }

    private void start(List<Service> services, Map<String, Launch> missing) {
        var started = new ArrayList<Children.Child>();
        var undo = new Thread(() -> children.stop(started, "TERM"));
        Runtime.getRuntime().addShutdownHook(undo);
        for (var name : List.of(Broker.NAME, Postgres.NAME, ScriptedAi.NAME)) {
            if (missing.containsKey(name)) {
                started.add(children.start(missing.get(name)));
            }
        }
        postgres.createDatabases();
        broker.createTopics();
        for (var service : services) {
            if (missing.containsKey(service.name().text())) {
                started.add(children.start(service.launch()));
            }
        }
        awaitReady(services, missing.keySet());
        Runtime.getRuntime().removeShutdownHook(undo);
    }

    private void awaitReady(List<Service> services, Set<String> started) {
        var waiting = services.stream()
                .filter(service -> started.contains(service.name().text()))
                .collect(Collectors.toCollection(ArrayList::new));
        var ready = Waiting.until(READY_PATIENCE, Duration.ofMillis(100), () -> {
            waiting.stream()
                    .map(service -> service.name().text())
                    .filter(name -> children.alive(name).isEmpty())
                    .findFirst()
                    .ifPresent(name -> {
                        throw children.died(name);
                    });
            waiting.removeIf(service -> service.isReady(http));
            return waiting.isEmpty();
        });
        if (!ready) {
            var name = waiting.getFirst().name().text();
            throw new Failure(children.tail(name, 25) + "\n" + name + " was not ready within "
                    + READY_PATIENCE.toSeconds() + " seconds; see " + children.log(name) + ".");
        }
    }

    /** Stops exactly what up has started: the services first, then the broker and the database. */
    public void down() {
        var alive =
                children.allRecorded().stream().filter(Children.Child::isAlive).toList();
        if (alive.isEmpty()) {
            out.println("AutoMatrix is not running.");
            return;
        }
        children.stop(alive.stream().filter(LocalSystem::isService).toList(), "TERM");
        children.stop(named(alive, ScriptedAi.NAME), "TERM");
        children.stop(named(alive, Broker.NAME), "TERM");
        // To PostgreSQL this signal means: disconnect all, write everything, end.
        children.stop(named(alive, Postgres.NAME), "INT");
        out.println("Stopped " + alive.stream().map(Children.Child::name).collect(Collectors.joining(", "))
                + ". The data stays in " + settings.home() + ".");
    }

    private static List<Children.Child> named(List<Children.Child> children, String name) {
        return children.stream().filter(child -> child.name().equals(name)).toList();
    }

    /** Prints a line for each part; true when all of them run and are ready. */
    public boolean status() {
        var allReady = true;
        out.printf("%-20s %-10s %8s %9s  %s%n", "", "", "pid", "resident", "ports");
        for (var name : names()) {
            var state = state(name);
            allReady &= state.equals("ready");
            var child = children.alive(name);
            out.printf(
                    "%-20s %-10s %8s %9s  %s%n",
                    name,
                    state,
                    child.map(it -> "" + it.pid()).orElse(""),
                    child.map(it -> residentMegabytes(it) + " MB").orElse(""),
                    child.map(it -> it.ports().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                            .orElse(""));
        }
        names().stream()
                .filter(name -> state(name).equals("has died"))
                .forEach(name -> out.println(name + " has died: see why in " + children.log(name)
                        + ", then run ./automatrix up to start it again."));
        return allReady;
    }

    private List<String> names() {
        var names = new ArrayList<>(List.of(Postgres.NAME, Broker.NAME));
        children.alive(ScriptedAi.NAME).map(Children.Child::name).ifPresent(names::add);
        Arrays.stream(ServiceName.values()).map(ServiceName::text).forEach(names::add);
        return names;
    }

    private String state(String name) {
        var child = children.alive(name);
        if (child.isEmpty()) {
            return children.recorded(name).isPresent() ? "has died" : "stopped";
        }
        return isAnswering(name, child.get()) ? "ready" : "starting";
    }

    private boolean isAnswering(String name, Children.Child child) {
        if (!isService(child)) {
            return child.ports().stream().allMatch(Ports::answers);
        }
        return service(name).isReady(http);
    }

    private Service service(String name) {
        return services(List.of(ServiceName.of(name))).getFirst();
    }

    private static long residentMegabytes(Children.Child child) {
        return child.process().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(Memory::residentMegabytes)
                .sum();
    }

    /** Stops one service as an operator would. */
    public void stop(ServiceName service) {
        children.stop(children.alive(service.text()).stream().toList(), "TERM");
    }

    /** Starts one service that does not run, and waits until it is ready. */
    public void start(ServiceName name) {
        var service = service(name.text());
        service.application().prepare();
        children.start(service.launch());
        awaitReady(List.of(service), Set.of(name.text()));
    }

    /** Whether a service says of itself that it takes requests. */
    public boolean isReady(ServiceName name) {
        return service(name.text()).isReady(http);
    }

    /** Ends one service at once, as a power cut would. */
    public void kill(ServiceName service) {
        children.alive(service.text()).ifPresent(children::kill);
    }

    /** Ends the broker at once, as a power cut would. */
    public void killBroker() {
        children.alive(Broker.NAME).ifPresent(children::kill);
    }

    /** Starts the broker, which does not run, and waits until it takes requests. */
    public void startBroker() {
        broker.prepare();
        children.start(broker.launch());
        broker.createTopics();
    }

    private void checkJava() {
        if (Runtime.version().feature() < JAVA) {
            throw new Failure("Expected Java " + JAVA + " or newer, but this is Java " + Runtime.version()
                    + ": install Temurin " + JAVA + " and set JAVA_HOME to it.");
        }
    }

    private void checkDisk() {
        try {
            Files.createDirectories(settings.home());
            var free = Files.getFileStore(settings.home()).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new Failure("Expected at least 1 GB of free disk for " + settings.home() + ", but there are "
                        + (free >> 20) + " MB: free some space or set AUTOMATRIX_HOME to a folder on another disk.");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void checkNotElsewhere() {
        var elsewhere = children.alive(Postgres.NAME)
                .filter(child -> !child.ports().contains(settings.ports().postgres()));
        if (elsewhere.isPresent()) {
            var port = Ports.baseOfPostgres(elsewhere.get().ports().getFirst());
            throw new Failure("AutoMatrix of " + settings.home() + " is running already at http://localhost:" + port
                    + ": run ./automatrix down first, or set AUTOMATRIX_HOME to another folder for a second system.");
        }
    }

    private static void checkPorts(Map<String, Launch> missing) {
        for (var launch : missing.values()) {
            launch.ports().forEach((port, use) -> {
                if (!Ports.isFree(port)) {
                    throw new Failure(
                            "Port " + port + ", meant for " + use + ", is taken by another program: stop that, "
                                    + "or choose other ports, such as AUTOMATRIX_PORT=9080 ./automatrix up.");
                }
            });
        }
    }
}
