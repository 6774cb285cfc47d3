package com.automatrix.local;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processes of one home. Each is recorded with its pid and the moment it started, so that a later command finds
 * exactly these again and never a stranger that got the same pid.
 */
final class Children {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private static final int TAIL_BYTES = 64 * 1024;

    private final Path records;
    private final Path logs;

    Children(Settings settings) {
        this.records = settings.home().resolve("run");
        this.logs = settings.logs();
    }

    /** A process as its record file tells it. */
    record Child(String name, long pid, Instant startedAt, String fingerprint, List<Integer> ports) {
        Child {
            ports = List.copyOf(ports);
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
        }

        boolean isAlive() {
            return process().isPresent();
        }

        private boolean isSame(ProcessHandle process) {
            return process.info()
                    .startInstant()
                    .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                    .orElse(false);
        }
    }

    Optional<Child> recorded(String name) {
        return Optional.of(records.resolve(name + ".json"))
                .filter(Files::exists)
                .map(this::read);
    }

    Optional<Child> alive(String name) {
        return recorded(name).filter(Child::isAlive);
    }

    List<Child> allRecorded() {
        if (!Files.isDirectory(records)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(records)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts a process that outlives this one and the terminal; its output goes to its log file. */
    Child start(Launch launch) {
        try {
            Files.createDirectories(records);
            var command = new ArrayList<>(detached());
            command.addAll(launch.prefix());
            command.addAll(launch.command());
            var builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(freshLog(launch.name()).toFile());
            builder.environment().putAll(launch.environment());
            return record(launch, builder.start().toHandle());
        } catch (IOException failure) {
            throw new Failure("Expected to start " + launch.name() + ", but: " + failure.getMessage(), failure);
        }
    }

    private Child record(Launch launch, ProcessHandle process) throws IOException {
        var startedAt = process.info().startInstant().orElseGet(Instant::now);
        var child = new Child(
                launch.name(),
                process.pid(),
                startedAt,
                launch.fingerprint(),
                launch.ports().keySet().stream().sorted().toList());
        Files.writeString(records.resolve(launch.name() + ".json"), JSON.writeValueAsString(child));
        return child;
    }

    /** A session of its own keeps the terminal's signals away; nohup is what every Unix has. */
    private static List<String> detached() {
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of("nohup");
    }

    private Path freshLog(String name) throws IOException {
        Files.createDirectories(logs);
        var log = log(name);
        if (Files.exists(log)) {
            Files.move(log, logs.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.createFile(log);
    }

    /** Asks all to end with the signal, waits, and ends by force those that do not listen. */
    void stop(List<Child> children, String signal) {
        children.stream().filter(Child::isAlive).forEach(child -> signal(child, signal));
        Waiting.until(
                STOP_PATIENCE, Duration.ofMillis(50), () -> children.stream().noneMatch(Child::isAlive));
        children.forEach(child -> child.process().ifPresent(ProcessHandle::destroyForcibly));
        Waiting.until(
                STOP_PATIENCE, Duration.ofMillis(50), () -> children.stream().noneMatch(Child::isAlive));
        children.forEach(this::forget);
    }

    /** Asks one to end and waits as long as it takes, up to {@code patience}. */
    void stopPatiently(Child child, Duration patience) {
        signal(child, "TERM");
        Waiting.until(patience, Duration.ofMillis(200), () -> !child.isAlive());
        stop(List.of(child), "KILL");
    }

    void kill(Child child) {
        child.process().ifPresent(ProcessHandle::destroyForcibly);
        Waiting.until(STOP_PATIENCE, Duration.ofMillis(10), () -> !child.isAlive());
    }

    private void forget(Child child) {
        try {
            Files.deleteIfExists(records.resolve(child.name() + ".json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void signal(Child child, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, "" + child.pid())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** The sentence for a process that ended by itself, with the end of its log. */
    Failure died(String name) {
        var tail = tail(name, 25);
        var advice = tail.contains("No space left on device")
                ? "the disk is full: free some space or set AUTOMATRIX_HOME to a folder on another one"
                : "see why in the end of " + log(name) + " above, then run ./automatrix up again";
        return new Failure(tail + "\n" + name + " has ended before it was ready; " + advice + ".");
    }

    String tail(String name, int count) {
        if (!Files.exists(log(name))) {
            return "";
        }
        try (var file = new RandomAccessFile(log(name).toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            var bytes = new byte[(int) Math.min(file.length(), TAIL_BYTES)];
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Child read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Child.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
