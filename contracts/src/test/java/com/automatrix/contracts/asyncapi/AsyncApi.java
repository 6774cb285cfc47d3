package com.automatrix.contracts.asyncapi;

import com.automatrix.contracts.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document, with its references resolved. */
final class AsyncApi {

    static final Path FILE = Examples.CONTRACTS.resolve("asyncapi.yaml");

    private final JsonNode root;

    private AsyncApi(JsonNode root) {
        this.root = root;
    }

    static AsyncApi read() {
        return new AsyncApi(new YAMLMapper().readTree(Examples.text(FILE)));
    }

    List<Channel> channels() {
        return root.path("channels").propertyStream().map(this::channel).toList();
    }

    List<Message> messages() {
        return root.path("components")
                .path("messages")
                .valueStream()
                .map(this::message)
                .toList();
    }

    List<JsonNode> references() {
        return root.findValues("$ref");
    }

    boolean has(String reference) {
        return reference.startsWith("#") && !root.at(reference.substring(1)).isMissingNode();
    }

    String description() {
        return root.at("/info/description").stringValue();
    }

    private Channel channel(Map.Entry<String, JsonNode> entry) {
        JsonNode channel = entry.getValue();
        List<Message> messages = channel.path("messages")
                .valueStream()
                .map(message -> root.at(message.path("$ref").stringValue().substring(1)))
                .map(this::message)
                .toList();
        return new Channel(channel, messages);
    }

    private Message message(JsonNode message) {
        List<JsonNode> traits = message.path("traits")
                .valueStream()
                .map(trait -> root.at(trait.path("$ref").stringValue().substring(1)))
                .toList();
        return new Message(message, traits);
    }

    record Channel(JsonNode json, List<Message> messages) {

        String address() {
            return json.path("address").stringValue();
        }

        String description() {
            return json.path("description").stringValue();
        }

        JsonNode kafka() {
            return json.at("/bindings/kafka");
        }

        List<String> writtenBy() {
            return json.path("x-written-by")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
        }

        List<String> readBy() {
            return json.path("x-read-by")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
        }
    }

    record Message(JsonNode json, List<JsonNode> traits) {

        String name() {
            return json.path("name").stringValue();
        }

        String title() {
            return json.path("title").stringValue();
        }

        String summary() {
            return json.path("summary").stringValue();
        }

        /** The payload's schema file, relative to {@code contracts}; empty for what has none. */
        String schemaFile() {
            return json.at("/payload/schema/$ref").asString("").replaceFirst("^\\./", "");
        }

        String key() {
            JsonNode own = json.at("/bindings/kafka/key/description");
            return own.isString()
                    ? own.stringValue()
                    : traits.getFirst().at("/bindings/kafka/key/description").stringValue();
        }
    }
}
