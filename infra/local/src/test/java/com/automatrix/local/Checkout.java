package com.automatrix.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of the checkout that the tests compare with each other. */
public final class Checkout {
    public static final Path ROOT = root();

    private Checkout() {}

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docker-compose.yml")))
                .findFirst()
                .orElseThrow();
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        return read(ROOT.relativize(file.toAbsolutePath()).toString());
    }

    /** All files below a folder whose name ends so. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
