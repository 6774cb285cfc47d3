package com.automatrix.contracts.asyncapi;

import com.automatrix.contracts.Examples;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes {@code docs/events.md} from the AsyncAPI document and the schemas that it refers to. */
final class EventsDocument {

    private static final String RESOURCES = "../contracts/src/main/resources/contracts/";

    private final AsyncApi document;
    private final StringBuilder text = new StringBuilder();

    private EventsDocument(AsyncApi document) {
        this.document = document;
    }

    static String of(AsyncApi document) {
        EventsDocument events = new EventsDocument(document);
        events.introduction();
        events.topics();
        document.messages().forEach(events::message);
        return events.text.toString().strip() + "\n";
    }

    private void introduction() {
        line("# Events on Kafka");
        line("");
        line("Written by a test from [asyncapi.yaml](%sasyncapi.yaml); change that, then run".formatted(RESOURCES));
        line("`mvn -pl contracts test -Dtest=EventsDocumentTest -Dupdate=true`.");
        line("");
        line(document.description().strip());
    }

    private void topics() {
        line("");
        line("## Topics");
        line("");
        line("| topic | partitions | settings | who writes | who reads | messages |");
        line("| --- | --- | --- | --- | --- | --- |");
        document.channels().forEach(this::topic);
        document.channels().forEach(channel -> {
            line("");
            line("`%s`: %s".formatted(channel.address(), channel.description()));
        });
    }

    private void topic(AsyncApi.Channel channel) {
        String settings = channel.kafka()
                .path("topicConfiguration")
                .propertyStream()
                .map(setting -> "`%s=%s`".formatted(setting.getKey(), plain(setting.getValue())))
                .collect(Collectors.joining(" "));
        String messages = channel.messages().stream().map(EventsDocument::link).collect(Collectors.joining(", "));
        row(List.of(
                "`" + channel.address() + "`",
                channel.kafka().path("partitions").asString(),
                settings,
                String.join(", ", channel.writtenBy()),
                String.join(", ", channel.readBy()),
                messages));
    }

    private void message(AsyncApi.Message message) {
        line("");
        line("## " + message.title());
        line("");
        line("`%s`. %s".formatted(message.name(), message.summary()));
        line("");
        line("Key: %s".formatted(message.key()));
        if (message.schemaFile().isEmpty()) {
            headers(message);
        } else {
            payload(message);
        }
    }

    private void headers(AsyncApi.Message message) {
        JsonNode headers = message.json().path("headers");
        line("");
        line("| header | | |");
        line("| --- | --- | --- |");
        headers.path("properties")
                .propertyStream()
                .forEach(header -> row(List.of(
                        "`" + header.getKey() + "`",
                        "required",
                        header.getValue().path("description").asString(""))));
    }

    private void payload(AsyncApi.Message message) {
        JsonNode schema = Examples.read(Examples.CONTRACTS.resolve(message.schemaFile()));
        String name = message.schemaFile().replace("schema/event/", "").replace(".schema.json", "");
        line("");
        line("[Schema](%s%s), %s".formatted(RESOURCES, message.schemaFile(), examples(name)));
        if (!schema.has("oneOf")) {
            fields(schema, schema);
        }
        kinds(schema, schema);
        kinds(schema, schema.at("/$defs/event"));
    }

    private void kinds(JsonNode schema, JsonNode choice) {
        choice.path("oneOf")
                .valueStream()
                .map(branch -> schema.at(branch.path("$ref").stringValue().substring(1)))
                .forEach(kind -> kind(schema, kind));
    }

    private void kind(JsonNode schema, JsonNode kind) {
        String name = kind.path("properties")
                .valueStream()
                .map(field -> field.path("const"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElseThrow();
        line("");
        line("### `%s`".formatted(name));
        line("");
        line(kind.path("description").asString());
        fields(schema, kind);
    }

    private void fields(JsonNode schema, JsonNode object) {
        Set<String> required =
                object.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        line("");
        line("| field | type | | |");
        line("| --- | --- | --- | --- |");
        object.path("properties")
                .propertyStream()
                .forEach(field -> row(List.of(
                        "`" + field.getKey() + "`",
                        type(schema, field.getValue()),
                        required.contains(field.getKey()) ? "required" : "",
                        field.getValue().path("description").asString(""))));
    }

    private static String examples(String name) {
        return Examples.in("examples/event").stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.equals(name + ".json") || file.startsWith(name + "--"))
                .map(file -> "[%s](%sexamples/event/%s)".formatted(file, RESOURCES, file))
                .collect(Collectors.joining(", "));
    }

    private static String type(JsonNode schema, JsonNode field) {
        if (field.has("$ref")) {
            return name(field.path("$ref").stringValue());
        }
        if (field.has("enum")) {
            return field.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        }
        if (field.has("const")) {
            return "`" + field.path("const").asString() + "`";
        }
        if (field.has("oneOf")) {
            return field.path("oneOf")
                    .valueStream()
                    .map(branch -> type(schema, branch))
                    .collect(Collectors.joining(" or "));
        }
        if (field.has("items")) {
            return "list of " + type(schema, field.path("items"));
        }
        String type = field.path("type").asString("any");
        return field.has("format")
                ? "%s (%s)".formatted(type, field.path("format").asString())
                : type;
    }

    private static String name(String reference) {
        String last = reference.substring(reference.lastIndexOf('/') + 1);
        return last.replace(".schema.json", "");
    }

    private static String link(AsyncApi.Message message) {
        return "[%s](#%s)".formatted(message.title(), message.title().toLowerCase(Locale.ROOT));
    }

    private static String plain(JsonNode value) {
        return value.isArray() ? value.get(0).asString() : value.asString();
    }

    private void row(List<String> cells) {
        line("| " + cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
