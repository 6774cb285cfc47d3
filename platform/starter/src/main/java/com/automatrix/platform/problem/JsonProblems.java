package com.automatrix.platform.problem;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body, at its pointer, without naming a Java type. */
final class JsonProblems {

    private static final String INVALID = "request.invalid";

    private JsonProblems() {}

    static Invalid describe(JacksonException exception) {
        return exception instanceof StreamReadException malformed ? malformed(malformed) : describe(List.of(exception));
    }

    /** One refusal for all that is wrong with a body which is well-formed. */
    static Invalid describe(List<JacksonException> mismatches) {
        return new Invalid(
                INVALID,
                mismatches.size() == 1
                        ? "Expected a request that fits its description, but one field does not."
                        : "Expected a request that fits its description, but %d fields do not."
                                .formatted(mismatches.size()),
                mismatches.stream().map(JsonProblems::violation).toList());
    }

    private static Violation violation(JacksonException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException unknown ->
                at(unknown, "request.unknown-field", "There is no field \"%s\".".formatted(unknown.getPropertyName()));
            case InvalidTypeIdException type -> at(type, "request.unknown-type", unknownType(type));
            case InvalidFormatException format ->
                at(format, "request.wrong-type", "Expected %s.".formatted(describe(format.getTargetType())));
            case MismatchedInputException mismatch ->
                at(mismatch, "request.wrong-type", "Expected %s.".formatted(describe(mismatch.getTargetType())));
            case ValueInstantiationException refused -> at(refused, "request.invalid-value", reason(refused));
            default -> at(exception, "request.invalid-value", "This value cannot be read.");
        };
    }

    private static Invalid malformed(StreamReadException malformed) {
        var location = malformed.getLocation();
        var where = location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        var message = "Expected JSON, but it cannot be read%s.".formatted(where);
        return new Invalid(
                "request.malformed-json",
                message,
                List.of(new Violation(pointer(malformed), "request.malformed-json", message)));
    }

    private static Violation at(JacksonException exception, String code, String message) {
        return new Violation(pointer(exception), code, message);
    }

    private static String unknownType(InvalidTypeIdException exception) {
        var id = exception.getTypeId();
        return id == null ? "Expected a field that says which kind this is." : "There is no kind \"%s\".".formatted(id);
    }

    // A record's own constructor says "Expected …, but …"; anything else might hold internals.
    private static String reason(ValueInstantiationException exception) {
        var cause = exception.getCause();
        var message = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return message == null ? "This value is not allowed." : message;
    }

    static String pointer(JacksonException exception) {
        return exception.getPath().stream()
                .map(JsonProblems::token)
                .map(token -> "/" + token.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String token(JacksonException.Reference reference) {
        var name = reference.getPropertyName();
        return name == null ? Integer.toString(Math.max(0, reference.getIndex())) : name;
    }

    private static String describe(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (isNumber(type)) {
            return isWhole(type) ? "a whole number" : "a number";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date or time in ISO-8601";
        }
        if (type == Duration.class) {
            return "a duration in ISO-8601, such as PT30S";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "an array" : "an object";
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type) || isWhole(type) || type == double.class || type == float.class;
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }
}
