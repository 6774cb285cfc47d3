package com.automatrix.execution.event;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads CloudEvents 1.0 from requests, as the HTTP protocol binding has them: binary (attributes in {@code ce-} headers),
 * structured, or a batch of structured ones.
 */
final class HttpEvents {

    static final int LARGEST_BATCH = 1_000;

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String PREFIX = "ce-";
    private static final String SPEC_VERSION = "specversion";
    private static final String ONE = "1.0";
    private static final List<String> REQUIRED = List.of(SPEC_VERSION, "id", "source", "type");
    private static final EventFormat JSON =
            Objects.requireNonNull(EventFormatProvider.getInstance().resolveFormat(STRUCTURED));

    private HttpEvents() {}

    /** @param headers by their names in lower case */
    static List<ReceivedEvent> read(@Nullable String contentType, Map<String, String> headers, byte[] body) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith(BATCH)) {
            return batch(json(body));
        }
        if (type.startsWith(STRUCTURED)) {
            return List.of(structured("", json(body)));
        }
        if (headers.keySet().stream().anyMatch(name -> name.startsWith(PREFIX))) {
            return List.of(binary(type, headers, body));
        }
        throw new Invalid(
                "event.none",
                "Expected a CloudEvent: with ce- headers, or as %s or %s; but the request has none."
                        .formatted(STRUCTURED, BATCH));
    }

    private static List<ReceivedEvent> batch(JsonNode events) {
        if (!events.isArray()) {
            throw new Invalid("event.no-batch", "Expected a list of events, but the body is none.");
        }
        if (events.size() > LARGEST_BATCH) {
            throw new TooLarge(
                    "event.too-many",
                    "Expected at most %d events in a batch, but there are %d.".formatted(LARGEST_BATCH, events.size()));
        }
        List<ReceivedEvent> received = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            received.add(structured("/" + index, events.get(index)));
        }
        return received;
    }

    private static ReceivedEvent structured(String place, JsonNode event) {
        Function<String, @Nullable String> attribute =
                name -> event.path(name).isString() ? event.path(name).stringValue() : null;
        List<Violation> missing = missing(attribute, name -> place + "/" + name);
        if (!missing.isEmpty()) {
            return ReceivedEvent.none(place, missing);
        }
        byte[] bytes = ContractJson.events().writeValueAsBytes(event);
        return made(place, place + "/data", () -> JSON.deserialize(bytes));
    }

    private static ReceivedEvent binary(String contentType, Map<String, String> headers, byte[] body) {
        List<Violation> missing = missing(name -> headers.get(PREFIX + name), name -> "header:" + PREFIX + name);
        if (!missing.isEmpty()) {
            return ReceivedEvent.none("", missing);
        }
        return made("", "", () -> {
            CloudEventBuilder event = CloudEventBuilder.v1();
            headers.forEach((name, value) -> {
                if (name.startsWith(PREFIX) && !name.equals(PREFIX + SPEC_VERSION)) {
                    event.withContextAttribute(name.substring(PREFIX.length()), decoded(value));
                }
            });
            if (!contentType.isEmpty()) {
                event.withDataContentType(contentType);
            }
            return body.length == 0 ? event.build() : event.withData(body).build();
        });
    }

    private static List<Violation> missing(
            Function<String, @Nullable String> attribute, Function<String, String> pointer) {
        List<Violation> violations = new ArrayList<>();
        for (String name : REQUIRED) {
            String value = attribute.apply(name);
            if (value == null || value.isBlank()) {
                violations.add(new Violation(
                        pointer.apply(name),
                        "event.missing-attribute",
                        "Expected the attribute \"%s\" as a text, but it is missing.".formatted(name)));
            } else if (name.equals(SPEC_VERSION) && !value.equals(ONE)) {
                violations.add(new Violation(
                        pointer.apply(name),
                        "event.other-version",
                        "Expected version 1.0 of CloudEvents, but it is another one."));
            }
        }
        return violations;
    }

    private static ReceivedEvent made(String place, String dataPlace, Supplier<CloudEvent> event) {
        try {
            return ReceivedEvent.of(place, dataPlace, event.get());
        } catch (CloudEventRWException
                | EventDeserializationException
                | IllegalArgumentException
                | IllegalStateException wrong) {
            return ReceivedEvent.none(
                    place,
                    List.of(new Violation(
                            place,
                            "event.bad-attribute",
                            "Expected attributes as CloudEvents 1.0 has them (source a URI, time as RFC 3339, names of"
                                    + " extensions in lower case), but one is not of its form.")));
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return ContractJson.events().readTree(body);
        } catch (JacksonException malformed) {
            throw new Invalid("event.malformed-json", "Expected JSON, but the body cannot be parsed.");
        }
    }

    /** Header values are percent-encoded; what is not is taken as it is. */
    private static String decoded(String value) {
        try {
            return UriUtils.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return value;
        }
    }
}
