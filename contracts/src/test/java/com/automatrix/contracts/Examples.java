package com.automatrix.contracts;

import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The examples and schemas as files of the source tree. */
public final class Examples {

    public static final Path CONTRACTS = Path.of("src/main/resources/contracts");

    private Examples() {}

    /** The JSON files of a folder below {@code contracts}, by name. */
    public static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode read(Path file) {
        return ContractJson.events().readTree(text(file));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file name without its ending. */
    public static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
