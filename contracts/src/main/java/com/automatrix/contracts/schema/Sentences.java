package com.automatrix.contracts.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Turns a validator's error into a violation with a code and a sentence. */
final class Sentences {

    private static final int SHOWN = 60;
    private static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "number", "a number",
            "integer", "a whole number",
            "boolean", "true or false",
            "array", "a list",
            "object", "an object",
            "null", "null");
    private static final Map<String, String> FORMATS = Map.of(
            "duration", "a duration of whole seconds or more, such as PT30S or P2D",
            "date-time", "a time such as 2026-05-01T14:00:00Z",
            "date", "a date such as 2026-05-01",
            "time", "a time of day such as 14:00:00Z",
            "email", "an e-mail address",
            "uri", "an address such as https://example.test/",
            "uuid", "a UUID");

    private Sentences() {}

    static SchemaViolation violation(Error error) {
        return switch (error.getKeyword()) {
            case "required" ->
                new SchemaViolation(
                        field(error),
                        "missing-field",
                        "Expected %s, but it is missing.".formatted(error.getProperty()));
            case "dependentRequired" ->
                new SchemaViolation(
                        pointer(error) + "/" + escaped(argument(error, 0)),
                        "missing-field",
                        "Expected %s too, but it is missing.".formatted(argument(error, 0)));
            case "additionalProperties", "unevaluatedProperties", "propertyNames" ->
                new SchemaViolation(
                        field(error),
                        "unknown-field",
                        "Expected no field %s here, but there is one.".formatted(error.getProperty()));
            case "type" -> expected(error, "wrong-type", types(error.getSchemaNode()), type(error.getInstanceNode()));
            case "const" -> expected(error, "not-allowed", shown(error.getSchemaNode()), instance(error));
            case "enum" -> expected(error, "not-allowed", oneOf(error.getSchemaNode()), instance(error));
            case "not" -> expected(error, "not-allowed", "something else", instance(error));
            case "oneOf" -> choice(error);
            case "pattern" -> expected(error, "wrong-format", "of the form " + argument(error, 0), instance(error));
            case "format" -> expected(error, "wrong-format", format(argument(error, 0)), instance(error));
            case "minimum" -> expected(error, "out-of-range", "at least " + argument(error, 0), instance(error));
            case "maximum" -> expected(error, "out-of-range", "at most " + argument(error, 0), instance(error));
            case "exclusiveMinimum" ->
                expected(error, "out-of-range", "more than " + argument(error, 0), instance(error));
            case "exclusiveMaximum" ->
                expected(error, "out-of-range", "less than " + argument(error, 0), instance(error));
            case "multipleOf" ->
                expected(error, "out-of-range", "a multiple of " + argument(error, 0), instance(error));
            case "minLength" -> sized(error, "wrong-length", "at least", "characters");
            case "maxLength" -> sized(error, "wrong-length", "at most", "characters");
            case "minItems" -> sized(error, "wrong-size", "at least", "items");
            case "maxItems" -> sized(error, "wrong-size", "at most", "items");
            case "minProperties" -> sized(error, "wrong-size", "at least", "fields");
            case "maxProperties" -> sized(error, "wrong-size", "at most", "fields");
            case "uniqueItems" ->
                new SchemaViolation(
                        pointer(error),
                        "duplicate-item",
                        "Expected every item of %s once, but one is there twice.".formatted(name(error)));
            default ->
                new SchemaViolation(
                        pointer(error),
                        "invalid",
                        "Expected %s to fit its schema, but it %s.".formatted(name(error), error.getMessage()));
        };
    }

    /** None of the values that tell the kinds apart is there. */
    static SchemaViolation noneOfConstants(List<Error> discriminators) {
        Error first = discriminators.getFirst();
        String allowed = alternatives(discriminators.stream()
                .map(error -> shown(error.getSchemaNode()))
                .distinct()
                .toList());
        return expected(first, "not-allowed", allowed, instance(first));
    }

    /** The value is of none of the possible types. */
    static SchemaViolation noneOfTypes(List<Error> shapes) {
        Error first = shapes.getFirst();
        String allowed =
                alternatives(shapes.stream().map(Sentences::shape).distinct().toList());
        return expected(first, "wrong-type", allowed, type(first.getInstanceNode()));
    }

    private static String shape(Error error) {
        return error.getKeyword().equals("type") ? types(error.getSchemaNode()) : oneOf(error.getSchemaNode());
    }

    /** One of several sets of fields has to be there, and none is. */
    static SchemaViolation missingOneOf(List<List<Error>> branches) {
        String allowed = alternatives(branches.stream()
                .map(branch -> branch.stream().map(Error::getProperty).collect(Collectors.joining(" and ")))
                .toList());
        return new SchemaViolation(
                pointer(branches.getFirst().getFirst()),
                "missing-field",
                "Expected %s, but neither is there.".formatted(allowed));
    }

    private static SchemaViolation choice(Error error) {
        List<String> fields = StreamSupport.stream(error.getSchemaNode().spliterator(), false)
                .flatMap(branch -> branch.path("required").valueStream())
                .map(JsonNode::asString)
                .toList();
        if (fields.isEmpty()) {
            return new SchemaViolation(
                    pointer(error),
                    "not-allowed",
                    "Expected %s to be of one kind, but it fits several.".formatted(name(error)));
        }
        return new SchemaViolation(
                pointer(error),
                "not-allowed",
                "Expected either %s, but there is more than one.".formatted(alternatives(fields)));
    }

    private static SchemaViolation expected(Error error, String code, String expected, String actual) {
        return new SchemaViolation(
                pointer(error), code, "Expected %s to be %s, but it is %s.".formatted(name(error), expected, actual));
    }

    private static SchemaViolation sized(Error error, String code, String bound, String unit) {
        JsonNode value = error.getInstanceNode();
        int size = value.isString()
                ? value.stringValue().codePointCount(0, value.stringValue().length())
                : value.size();
        return new SchemaViolation(
                pointer(error),
                code,
                "Expected %s to have %s %s %s, but it has %d."
                        .formatted(name(error), bound, argument(error, 0), unit, size));
    }

    private static String field(Error error) {
        return pointer(error) + "/" + escaped(String.valueOf(error.getProperty()));
    }

    private static String pointer(Error error) {
        NodePath path = error.getInstanceLocation();
        return IntStream.range(0, path.getNameCount())
                .mapToObj(index -> "/" + escaped(path.getName(index)))
                .collect(Collectors.joining());
    }

    private static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static String name(Error error) {
        NodePath path = error.getInstanceLocation();
        if (path.getNameCount() == 0) {
            return "this";
        }
        Object last = path.getElement(path.getNameCount() - 1);
        return last instanceof Integer index ? "item %d".formatted(index + 1) : String.valueOf(last);
    }

    private static String argument(Error error, int index) {
        return String.valueOf(error.getArguments()[index]);
    }

    private static String instance(Error error) {
        return shown(error.getInstanceNode());
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String oneOf(JsonNode values) {
        return alternatives(values.valueStream().map(Sentences::shown).toList());
    }

    private static String types(JsonNode type) {
        return type.isArray()
                ? alternatives(type.valueStream().map(Sentences::types).toList())
                : TYPES.getOrDefault(type.asString(), type.asString());
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number";
            case BOOLEAN -> value.toString();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String format(String format) {
        return FORMATS.getOrDefault(format, "of the format " + format);
    }

    private static String alternatives(List<String> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
    }
}
