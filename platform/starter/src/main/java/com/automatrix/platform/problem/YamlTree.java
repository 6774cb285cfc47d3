package com.automatrix.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into what JSON has as well: maps, lists, texts, numbers, booleans and nulls. An alias is refused: with them
 * a small text can stand for a tree without end.
 */
final class YamlTree {

    private static final String MALFORMED = "request.malformed-yaml";

    // The size of a body is limited at the door already.
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .loadSettings(
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final YAMLParser parser;

    private YamlTree(YAMLParser parser) {
        this.parser = parser;
    }

    /** @throws Invalid with the line and the column, if it is not one document of this kind */
    static @Nullable Object read(byte[] body) {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(body)) {
            return new YamlTree(parser).document();
        } catch (JacksonException e) {
            String because = e.getCause() instanceof MarkedYamlEngineException marked ? ": " + marked.getProblem() : "";
            throw refusal(
                    MALFORMED, "Expected YAML, but it cannot be read%s%s.".formatted(at(e.getLocation()), because));
        }
    }

    private @Nullable Object document() {
        Object tree = next() == null ? null : value();
        if (next() != null) {
            throw refusal(MALFORMED, "Expected one YAML document, but another begins%s.".formatted(here()));
        }
        return tree;
    }

    private @Nullable JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token != null && parser.isCurrentAlias()) {
            throw refusal(
                    "request.yaml-alias",
                    "Expected YAML without aliases, but *%s%s is one: write out what it stands for."
                            .formatted(parser.getString(), here()));
        }
        return token;
    }

    /** The value that the current token begins. */
    private @Nullable Object value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default ->
                throw refusal(
                        MALFORMED, "Expected a value that JSON has as well, but there is another%s.".formatted(here()));
        };
    }

    @SuppressWarnings("NullAway") // A value may be null.
    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            next();
            object.put(name, value());
        }
        return object;
    }

    @SuppressWarnings("NullAway") // A value may be null.
    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            list.add(value());
        }
        return list;
    }

    private double finite(double number) {
        if (Double.isFinite(number)) {
            return number;
        }
        throw refusal(MALFORMED, "Expected a number that JSON has as well, but there is another%s.".formatted(here()));
    }

    private String here() {
        return at(parser.currentTokenLocation());
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static Invalid refusal(String code, String message) {
        return new Invalid(code, message, List.of(new Violation("", code, message)));
    }
}
