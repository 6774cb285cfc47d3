package com.automatrix.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.Examples;
import com.automatrix.contracts.event.EventType;
import com.automatrix.contracts.event.EventTypes;
import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepType;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MessageConformanceTest {

    private static final SchemaCheck CHECK = new SchemaCheck();
    private static final Set<String> SHARED = Set.of("types.v1", "messages.v1");
    private static final Map<String, Class<?>> MESSAGES = Map.ofEntries(
            Map.entry("workflow-published.v1", WorkflowPublished.class),
            Map.entry("step-type-registered.v1", StepType.class),
            Map.entry("event-type-registered.v1", RegisteredEventType.class),
            Map.entry("settings-changed.v1", SettingsChanged.class),
            Map.entry("session-revoked.v1", SessionRevoked.class),
            Map.entry("execution-command.v1", ExecutionCommand.class),
            Map.entry("step-requested.v1", StepRequested.class),
            Map.entry("step-completed.v1", StepCompleted.class),
            Map.entry("step-cancelled.v1", StepCancelled.class),
            Map.entry("execution-events.v1", ExecutionEvents.class),
            Map.entry("audit-recorded.v1", AuditRecorded.class),
            Map.entry("log-line.v1", LogLine.class));

    static List<Path> examples() {
        return Examples.in("examples/event");
    }

    static Stream<Path> messageExamples() {
        return examples().stream().filter(file -> MESSAGES.containsKey(schema(file)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_passes_its_schema(Path file) {
        assertThat(CHECK.event(schema(file), Examples.read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messageExamples")
    void a_message_binds_and_writes_back_to_the_same_tree(Path file) {
        JsonNode tree = Examples.read(file);

        String written = ContractJson.events().writeValueAsString(bind(file, tree));

        assertThat(ContractJson.events().readTree(written)).isEqualTo(tree);
    }

    @ParameterizedTest
    @MethodSource("messageExamples")
    void a_message_is_equal_to_itself_after_a_round_trip(Path file) {
        Object message = bind(file, Examples.read(file));

        String written = ContractJson.events().writeValueAsString(message);

        assertThat(bind(file, ContractJson.events().readTree(written))).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messageExamples")
    void a_field_that_a_later_producer_adds_is_ignored(Path file) {
        JsonNode tree = Examples.read(file);
        Object expected = bind(file, tree);

        JsonNode later = tree.deepCopy().asObject().put("addedLater", true);

        assertThat(CHECK.event(schema(file), later)).isEmpty();
        assertThat(bind(file, later)).isEqualTo(expected);
    }

    @Test
    void every_schema_has_an_example_and_is_in_a_catalogue() {
        Set<String> schemas = new TreeSet<>(Examples.in("schema/event").stream()
                .map(file -> Examples.name(file).replace(".schema", ""))
                .toList());
        schemas.removeAll(SHARED);
        Set<String> catalogued = new TreeSet<>(MESSAGES.keySet());
        EventTypes.all().forEach(type -> catalogued.add(type.schemaName()));

        assertThat(schemas).isEqualTo(catalogued);
        assertThat(schemas)
                .isEqualTo(new TreeSet<>(
                        examples().stream().map(MessageConformanceTest::schema).toList()));
    }

    @Test
    void the_schema_of_each_event_type_is_on_the_class_path() {
        assertThat(EventTypes.all())
                .hasSize(29)
                .allSatisfy(type ->
                        assertThat(EventType.class.getResource(type.schema())).isNotNull());
    }

    @Test
    void an_event_type_is_found_by_its_cloud_event_type() {
        assertThat(EventTypes.find("com.automatrix.lead.received.v1")).contains(EventTypes.LEAD_RECEIVED);
        assertThat(EventTypes.find("com.example.other.v1")).isEmpty();
        assertThat(EventTypes.LEAD_RECEIVED.dataSchema()).isEqualTo("urn:automatrix:schema:lead.received:1");
    }

    @ParameterizedTest
    @ValueSource(classes = {StepOutcome.class, ExecutionCommand.class, ExecutionEvent.class})
    void the_discriminators_are_the_permitted_subclasses(Class<?> sealed) {
        assertThat(Arrays.stream(sealed.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::value))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(leaves(sealed).toList());
    }

    @Test
    void the_discriminators_are_those_of_the_schemas() {
        assertThat(names(StepOutcome.class)).isEqualTo(constants("step-completed.v1", "/properties/outcome", "kind"));
        assertThat(names(ExecutionCommand.class)).isEqualTo(constants("execution-command.v1", "", "kind"));
        assertThat(names(ExecutionEvent.class)).isEqualTo(constants("execution-events.v1", "/$defs/event", "type"));
    }

    @Test
    void a_command_is_keyed_by_its_aggregate() {
        assertThat(messageExamples()
                        .filter(file -> schema(file).equals("execution-command.v1"))
                        .map(file -> ContractJson.events().readValue(Examples.text(file), ExecutionCommand.class))
                        .map(ExecutionCommand::aggregateKey)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "01970000-0000-7000-8000-0000000000e1",
                        "01970000-0000-7000-8000-0000000000e4",
                        "01970000-0000-7000-8000-0000000000e5",
                        "01970000-0000-7000-8000-0000000000a1:p-77",
                        "com.automatrix.message.inbound.v1:input.person.personId:p-77");
    }

    private static Object bind(Path file, JsonNode tree) {
        return ContractJson.events().readValue(tree.toString(), Objects.requireNonNull(MESSAGES.get(schema(file))));
    }

    private static Set<String> names(Class<?> sealed) {
        return new TreeSet<>(
                Arrays.stream(sealed.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::name)
                        .toList());
    }

    private static Set<String> constants(String schemaName, String pointer, String discriminator) {
        JsonNode schema = Examples.read(Examples.CONTRACTS.resolve("schema/event/" + schemaName + ".schema.json"));
        return new TreeSet<>(schema.at(pointer + "/oneOf")
                .valueStream()
                .map(branch -> branch.path("$ref").stringValue().substring(1))
                .map(branch -> schema.at(branch + "/properties/" + discriminator + "/const")
                        .stringValue())
                .toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(MessageConformanceTest::leaves)
                : Stream.of(type);
    }

    private static String schema(Path file) {
        return Examples.name(file).split("--", -1)[0];
    }
}
