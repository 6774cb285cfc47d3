package com.automatrix.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/** The product's topics, as {@code infra/kafka/topics.txt} lists them. */
final class TopicList {

    private static final Path FILE = Path.of("infra", "kafka", "topics.txt");

    private TopicList() {}

    static List<NewTopic> read() {
        try (var lines = Files.lines(find())) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(TopicList::topic)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected to read " + FILE + ", but could not.", failure);
        }
    }

    // Tests run in a module's folder, or an editor runs them in the root.
    private static Path find() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve(FILE);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new IllegalStateException("Expected " + FILE + " in this folder or above, but there is none.");
    }

    static NewTopic topic(String line) {
        var parts = line.split("\\s+", 3);
        var topic = new NewTopic(parts[0], Integer.parseInt(parts[1]), (short) 1);
        return parts.length < 3 ? topic : topic.configs(configs(parts[2]));
    }

    private static Map<String, String> configs(String text) {
        return Arrays.stream(text.split(","))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0].strip(), pair -> deletable(pair[0].strip(), pair[1].strip())));
    }

    // Records of a purely compacted topic cannot be removed between tests.
    private static String deletable(String name, String value) {
        return "cleanup.policy".equals(name) && "compact".equals(value) ? "compact,delete" : value;
    }
}
