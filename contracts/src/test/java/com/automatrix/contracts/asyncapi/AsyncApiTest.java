package com.automatrix.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.automatrix.contracts.Examples;
import com.automatrix.contracts.event.EventType;
import com.automatrix.contracts.event.EventTypes;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    private static final String DEAD_LETTERS = "dead-letter.{topic}";
    private static final String EXTERNAL_WORKERS = Topics.stepRequested("{worker}");
    private static final Path TOPICS_FILE = Path.of("../infra/kafka/topics.txt");

    private final AsyncApi document = AsyncApi.read();

    @Test
    void it_has_a_channel_for_each_topic_and_those_with_a_name_still_to_come() {
        List<String> expected = new ArrayList<>(Topics.all());
        expected.addAll(List.of(DEAD_LETTERS, EXTERNAL_WORKERS));

        assertThat(document.channels())
                .extracting(AsyncApi.Channel::address)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void it_knows_the_dead_letters_of_every_topic() {
        JsonNode topics = deadLetters().json().at("/parameters/topic/enum");

        assertThat(topics.valueStream().map(JsonNode::stringValue)).containsExactlyInAnyOrderElementsOf(Topics.all());
    }

    @Test
    void the_constants_are_all_of_the_topics() {
        assertThat(Topics.all())
                .containsExactlyInAnyOrderElementsOf(constants(Topics.class)
                        .filter(value -> !value.equals(Topics.DEALERSHIP_PATTERN))
                        .toList());
        assertThat(Topics.all().stream().filter(topic -> topic.matches(Topics.DEALERSHIP_PATTERN)))
                .hasSize(4);
        assertThat(Topics.stepRequested("io")).isEqualTo(Topics.STEP_REQUESTED_IO);
        assertThat(Topics.deadLetter("step-completed")).isEqualTo("dead-letter.step-completed");
    }

    @Test
    void the_topics_are_created_as_it_says() {
        assumeTrue(Files.exists(TOPICS_FILE));

        Map<String, String> created = new TreeMap<>(Examples.text(TOPICS_FILE)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
        Map<String, String> documented = new TreeMap<>(document.channels().stream()
                .filter(channel -> !List.of(DEAD_LETTERS, EXTERNAL_WORKERS).contains(channel.address()))
                .collect(Collectors.toMap(AsyncApi.Channel::address, AsyncApiTest::settings)));
        Set<String> deadLetters =
                Topics.all().stream().map(Topics::deadLetter).collect(Collectors.toCollection(TreeSet::new));

        assertThat(created).containsAllEntriesOf(documented);
        created.keySet().removeAll(documented.keySet());
        assertThat(created.keySet()).isEqualTo(deadLetters);
        assertThat(created.values()).allSatisfy(settings -> assertThat(settings).startsWith(settings(deadLetters())));
    }

    @Test
    void every_event_type_is_a_message_on_its_topic() {
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(channel(type.topic()).messages())
                        .extracting(AsyncApi.Message::name)
                        .contains(type.type()));
        assertThat(document.channels().stream()
                        .filter(channel -> channel.address().startsWith("dealership."))
                        .map(AsyncApi.Channel::messages)
                        .flatMap(Collection::stream)
                        .map(AsyncApi.Message::name))
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.all().stream().map(EventType::type).toList());
    }

    @Test
    void every_message_type_is_a_message() {
        assertThat(document.messages().stream()
                        .map(AsyncApi.Message::name)
                        .filter(name -> EventTypes.find(name).isEmpty() && !name.equals("dead-letter")))
                .containsExactlyInAnyOrderElementsOf(
                        constants(MessageTypes.class).toList());
    }

    @Test
    void every_message_has_the_schema_of_its_name_and_its_summary() {
        assertThat(document.messages())
                .filteredOn(message -> !message.name().equals("dead-letter"))
                .allSatisfy(message -> {
                    JsonNode schema = Examples.read(Examples.CONTRACTS.resolve(message.schemaFile()));
                    assertThat(message.schemaFile())
                            .isEqualTo(message.name().replace("com.automatrix.", "schema/event/") + ".schema.json");
                    assertThat(message.title()).isEqualTo(schema.path("title").stringValue());
                    assertThat(message.summary())
                            .isEqualTo(schema.path("description").stringValue());
                });
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.references()).isNotEmpty().allSatisfy(reference -> {
            String target = reference.stringValue();
            assertThat(
                            target.startsWith("#")
                                    ? document.has(target)
                                    : Files.exists(AsyncApi.FILE.resolveSibling(target)))
                    .as(target)
                    .isTrue();
        });
    }

    @Test
    void every_channel_says_who_writes_and_who_reads_it() {
        assertThat(document.channels()).allSatisfy(channel -> {
            assertThat(channel.writtenBy()).isNotEmpty();
            assertThat(channel.readBy()).isNotEmpty();
            assertThat(channel.messages())
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message.key()).isNotBlank());
        });
    }

    private AsyncApi.Channel deadLetters() {
        return channel(DEAD_LETTERS);
    }

    private AsyncApi.Channel channel(String address) {
        return document.channels().stream()
                .filter(channel -> channel.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** In the form of infra/kafka/topics.txt. */
    private static String settings(AsyncApi.Channel channel) {
        String configuration = channel.kafka()
                .path("topicConfiguration")
                .propertyStream()
                .map(setting -> setting.getKey() + "=" + text(setting.getValue()))
                .collect(Collectors.joining(","));
        return "%d %s"
                .formatted(channel.kafka().path("partitions").intValue(), configuration)
                .strip();
    }

    private static String text(JsonNode value) {
        return value.isArray() ? value.get(0).asString() : value.asString();
    }

    private static Stream<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(AsyncApiTest::value);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
