package com.automatrix.local;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Several execution-services of one home, each at ports of its own: the first is that of a plain up. */
public final class Replicas implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Settings settings;
    private final Children children;
    private final Service service;
    private final List<Integer> numbers;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Of a system that is up. */
    public Replicas(Settings settings, int count) {
        this.settings = settings;
        this.children = new Children(settings);
        this.service = new Service(settings, ServiceName.EXECUTION, new Postgres(settings, children).password());
        this.numbers = IntStream.rangeClosed(1, count).boxed().toList();
    }

    /** Starts those that do not run, and waits until all take requests. */
    public void start() {
        service.application().prepare();
        numbers.stream()
                .filter(number -> children.alive(name(number)).isEmpty())
                .forEach(this::start);
        if (!Waiting.until(PATIENCE, PAUSE, () -> numbers.stream().allMatch(this::isReady))) {
            throw new Failure("Expected all execution-services to be ready within " + PATIENCE.toMinutes()
                    + " minutes, but they are not: see " + children.log(name(1)) + " and those beside it.");
        }
    }

    /** Starts one without waiting for it. */
    public void start(int number) {
        children.start(launch(number));
    }

    /** Ends one at once, as a power cut would. */
    public void kill(int number) {
        children.alive(name(number)).ifPresent(children::kill);
    }

    public List<String> urls() {
        return numbers.stream()
                .map(number -> "http://localhost:" + port(number))
                .toList();
    }

    public boolean isReady(int number) {
        return Service.isReady(http, managementPort(number));
    }

    private Launch launch(int number) {
        var launch = service.launch();
        if (number == 1) {
            return launch;
        }
        var environment = new HashMap<>(launch.environment());
        environment.put("SERVER_PORT", "" + port(number));
        environment.put("MANAGEMENT_SERVER_PORT", "" + managementPort(number));
        var ports = Map.of(port(number), name(number), managementPort(number), name(number) + "'s management");
        return new Launch(name(number), launch.prefix(), launch.command(), environment, ports);
    }

    private static String name(int number) {
        return ServiceName.EXECUTION.text() + (number == 1 ? "" : "-" + number);
    }

    private int port(int number) {
        var ports = settings.ports();
        return number == 1 ? ports.of(ServiceName.EXECUTION) : ports.ofReplica(number);
    }

    private int managementPort(int number) {
        var ports = settings.ports();
        return number == 1 ? ports.managementOf(ServiceName.EXECUTION) : ports.managementOfReplica(number);
    }

    /** Leaves the first one running, as a plain up does, and ends the others. */
    @Override
    public void close() {
        var others = numbers.stream()
                .filter(number -> number > 1)
                .flatMap(number -> children.alive(name(number)).stream())
                .toList();
        children.stop(others, "TERM");
        if (children.alive(name(1)).isEmpty()) {
            start(1);
        }
    }
}
