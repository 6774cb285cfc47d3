package com.automatrix.local.client;

import com.automatrix.local.Failure;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What an outside system reads in an AsyncAPI 3 document: which message goes to which topic. */
public final class AsyncApi {
    private final JsonNode document;

    private AsyncApi(JsonNode document) {
        this.document = document;
    }

    public static AsyncApi read(Path file) {
        return new AsyncApi(YAMLMapper.builder().build().readTree(file.toFile()));
    }

    Stream<String> topics() {
        return document.path("channels").properties().stream()
                .map(channel -> channel.getValue().path("address").asString(channel.getKey()));
    }

    /** The topic that carries messages of this CloudEvent type. */
    public String topicOf(String eventType) {
        return document.path("channels").properties().stream()
                .filter(channel -> channel.getValue().path("messages").properties().stream()
                        .anyMatch(message -> isOf(eventType, resolve(message.getValue()))))
                .map(channel -> channel.getValue().path("address").asString(channel.getKey()))
                .findFirst()
                .orElseThrow(() -> new Failure("Expected a channel with the message " + eventType
                        + " in the AsyncAPI document, but there is none."));
    }

    private boolean isOf(String eventType, JsonNode message) {
        var header = resolve(message.path("headers")).path("properties").path("ce_type");
        return message.path("name").asString("").equals(eventType)
                || header.path("const").asString("").equals(eventType);
    }

    private JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.startsWith("#/") ? resolve(document.at(reference.substring(1))) : node;
    }
}
