package com.automatrix.platform.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a body into its record, and refuses one that does not fit with a violation for each field that is wrong.
 *
 * <p>Jackson stops at the first one, so a body that it refuses is read again without the field, until it fits or
 * {@value #MOST} violations are found.
 */
public final class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    private static final int MOST = 20;

    public StrictJsonConverter(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        try {
            return super.read(type, new ReadBody(new ByteArrayInputStream(body), message.getHeaders()), hints);
        } catch (HttpMessageNotReadableException refused) {
            if (refused.getCause() instanceof DatabindException first) {
                throw JsonProblems.describe(failures(first, body, getJavaType(type.getType(), null)));
            }
            throw refused;
        }
    }

    private List<JacksonException> failures(JacksonException first, byte[] body, JavaType type) {
        List<JacksonException> failures = new ArrayList<>();
        JsonNode tree = tree(body);
        JacksonException failure = first;
        while (failure != null && failures.size() < MOST) {
            JsonPointer at = JsonPointer.compile(JsonProblems.pointer(failure));
            boolean isNew = !followsFromAnother(at, failures);
            if (isNew) {
                failures.add(failure);
            }
            JsonPointer place = isNew ? at : cause(tree, at, failures);
            failure = takeOut(tree, place) ? attempt(tree, type) : null;
        }
        return failures;
    }

    private JsonNode tree(byte[] body) {
        try {
            return getMapper().readTree(body);
        } catch (JacksonException malformedBehindTheFirst) {
            return getMapper().nullNode();
        }
    }

    private @Nullable JacksonException attempt(JsonNode tree, JavaType type) {
        try {
            getMapper().treeToValue(tree, type);
            return null;
        } catch (JacksonException failure) {
            return failure;
        }
    }

    /** What is refused only because a wrong value there or inside it was taken out. */
    private static boolean followsFromAnother(JsonPointer at, List<JacksonException> earlier) {
        return earlier.stream()
                .map(JsonProblems::pointer)
                .anyMatch(other -> other.equals(at.toString()) || other.startsWith(at + "/"));
    }

    /** What is left around a wrong value that was taken out, and is refused without it. */
    private static JsonPointer cause(JsonNode tree, JsonPointer at, List<JacksonException> earlier) {
        return Stream.concat(
                        Stream.of(at),
                        earlier.stream().map(JsonProblems::pointer).map(JsonPointer::compile))
                .map(place -> around(tree, place))
                .filter(place -> !place.matches())
                .findFirst()
                .orElse(JsonPointer.empty());
    }

    /** The place itself if there is something, else the nearest place around it that holds something. */
    private static JsonPointer around(JsonNode tree, JsonPointer at) {
        JsonPointer place = at;
        while (!place.matches()
                && (tree.at(place).isMissingNode() || tree.at(place).isNull())) {
            place = place.head();
        }
        return place;
    }

    /** Whether there was something to take out. */
    private static boolean takeOut(JsonNode tree, JsonPointer place) {
        if (place.matches()) {
            return false;
        }
        switch (tree.at(place.head())) {
            case ObjectNode object -> object.remove(place.last().getMatchingProperty());
            case ArrayNode array -> array.setNull(place.last().getMatchingIndex());
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A body that was read before. */
    record ReadBody(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}
}
