package com.automatrix.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server in the place of an AI provider, so that every AI step can be seen without a key and without cost. */
final class ScriptedAi {
    static final String NAME = "scripted-ai";

    private final Settings settings;

    ScriptedAi(Settings settings) {
        this.settings = settings;
    }

    Launch launch() {
        return new Launch(
                NAME,
                List.of(),
                List.of(
                        settings.java(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        folder() + "/*",
                        "com.automatrix.testkit.ai.ScriptedAi",
                        "" + settings.ports().scriptedAi()),
                Map.of("TZ", "UTC"),
                Map.of(settings.ports().scriptedAi(), "the scripted AI provider"));
    }

    /** Copies what it runs from: a later build may replace the jars of this process. */
    void prepare() {
        try {
            Files.createDirectories(folder());
            for (var jar : jars().toList()) {
                Files.copy(jar, folder().resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Named by the size and the time of its own jar, so that a changed one restarts it. */
    private Path folder() {
        var own = jars().filter(jar -> isOwn(jar.toString())).findFirst();
        var version = own.map(jar -> jar.toFile().length() + " " + jar.toFile().lastModified())
                .orElse("");
        return settings.apps().resolve(NAME + "-" + Launch.Fingerprints.of(version));
    }

    private static Stream<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry ->
                        isOwn(entry) || Path.of(entry).getFileName().toString().startsWith("jackson-"))
                .map(Path::of);
    }

    /** Whether that jar is the one that the server is in. */
    static boolean isOwn(String entry) {
        return entry.contains("platform-testkit");
    }
}
