package com.automatrix.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the lists that the local system, docker-compose and the tests share: topics.txt and databases.txt. */
final class TopicList {
    private TopicList() {}

    /** One line of topics.txt: {@code name partitions [key=value,...]}. */
    record Topic(String name, int partitions, Map<String, String> config) {
        Topic {
            config = Map.copyOf(config);
        }
    }

    static List<Topic> topics(Path root) {
        return lines(root.resolve("infra/kafka/topics.txt")).stream()
                .map(TopicList::topic)
                .toList();
    }

    static List<String> databases(Path root) {
        return lines(root.resolve("infra/postgres/databases.txt"));
    }

    private static Topic topic(String line) {
        var words = line.split("\\s+", -1);
        if (words.length < 2 || words.length > 3) {
            throw new Failure(
                    "Expected \"name partitions [key=value,...]\" in topics.txt, but found \"" + line + "\".");
        }
        return new Topic(words[0], Integer.parseInt(words[1]), words.length == 3 ? config(words[2]) : Map.of());
    }

    private static Map<String, String> config(String text) {
        var config = new LinkedHashMap<String, String>();
        Arrays.stream(text.split(",", -1))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> config.put(pair[0], pair[1]));
        return config;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
