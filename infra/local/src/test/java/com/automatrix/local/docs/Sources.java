package com.automatrix.local.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The Java sources of everything that is deployed: the services and what they are built on. */
final class Sources {
    static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("docker-compose.yml")))
            .findFirst()
            .orElseThrow();

    private static final List<String> MODULES = List.of(
            "contracts",
            "platform/starter",
            "gateway",
            "auth-service",
            "workflow-service",
            "execution-service",
            "ai-service",
            "template-service");

    private Sources() {}

    /**
     * One source file.
     *
     * @param module whose it is, such as {@code auth-service}
     */
    record Source(String module, String name, String text) {}

    static List<Source> main() {
        return MODULES.stream().flatMap(Sources::of).toList();
    }

    /** What the services are configured with, unless their environment says otherwise. */
    static List<String> configurations() {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src/main/resources"))
                .flatMap(folder -> Stream.of("application.yaml", "automatrix-defaults.properties")
                        .map(folder::resolve))
                .filter(Files::exists)
                .map(Sources::read)
                .toList();
    }

    private static Stream<Source> of(String module) {
        var folder = ROOT.resolve(module).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> new Source(module, "" + file.getFileName(), read(file)))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
