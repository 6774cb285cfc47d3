package com.automatrix.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A service's jar, unpacked for a fast start into a folder named by its content: a build never changes what a running
 * process reads.
 */
final class Application {
    private static final int KEPT_LAYOUTS = 2;

    private final Settings settings;
    private final ServiceName service;

    Application(Settings settings, ServiceName service) {
        this.settings = settings;
        this.service = service;
    }

    /** Unpacks the jar where that has not been done. */
    void prepare() {
        try {
            if (!Files.isDirectory(layout())) {
                Files.createDirectories(settings.apps());
                unpack();
            }
            Files.setLastModifiedTime(layout(), FileTime.from(Instant.now()));
            removeOldLayouts();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void unpack() throws IOException {
        var fresh = settings.apps()
                .resolve(layout().getFileName() + ".fresh-"
                        + ProcessHandle.current().pid());
        var command = List.of(
                settings.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar().toString(),
                "extract",
                "--destination",
                fresh.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Failure(output + "\nExpected to unpack " + jar() + ", but it failed: see above.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
        Files.move(fresh, layout());
    }

    /** The arguments of a start: with the AOT cache when there is one for this Java and these flags. */
    List<String> cacheOptions() {
        return Files.exists(cache())
                ? List.of("-XX:AOTCache=" + cache(), "-Xlog:aot*=off", "-Xlog:cds*=off")
                : List.of();
    }

    /** Everything of the command but the cache, in the order that a JVM takes it. */
    List<String> command() {
        var command = new ArrayList<>(service.jvmOptions());
        command.add("-jar");
        command.add(layout().resolve(jar().getFileName()).toString());
        return command;
    }

    /** Named by what it depends on besides the jar: the Java version and the flags. */
    Path cache() {
        var dependsOn = Runtime.version() + " " + service.jvmOptions();
        return layout().resolve(Launch.Fingerprints.of(dependsOn) + ".aot");
    }

    Path layout() {
        return settings.apps().resolve(service.text() + "-" + content());
    }

    private Path jar() {
        var target = settings.root().resolve(service.text()).resolve("target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches(service.text() + "-[0-9].*\\.jar"))
                    .filter(file -> !file.toString().contains("-sources"))
                    .findFirst()
                    .orElseThrow(() -> new Failure("Expected the jar of " + service.text() + " in " + target
                            + ", but there is none: run ./automatrix up, which builds it."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names and checksums of the jar's entries: the same for the same content, whenever it was built. */
    private String content() {
        try (var zip = new ZipFile(jar().toFile())) {
            var entries = new StringBuilder();
            zip.stream()
                    .forEach(entry -> entries.append(entry.getName())
                            .append(entry.getCrc())
                            .append('\n'));
            return Launch.Fingerprints.of(entries.toString());
        } catch (IOException failure) {
            throw new Failure("Expected " + jar() + " to be a whole jar, but: " + failure.getMessage(), failure);
        }
    }

    private void removeOldLayouts() throws IOException {
        try (Stream<Path> folders = Files.list(settings.apps())) {
            var old = folders.filter(
                            folder -> folder.getFileName().toString().matches(service.text() + "-[0-9a-f]{12}"))
                    .sorted(Comparator.comparing(Application::lastUsed).reversed())
                    .skip(KEPT_LAYOUTS)
                    .toList();
            for (var folder : old) {
                Folders.delete(folder);
            }
        }
    }

    private static FileTime lastUsed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
