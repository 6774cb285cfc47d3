package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.EventTypes;
import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a dealer's own event type must keep to, beside the form of its fields. */
final class EventTypeRules {

    private static final int MAX_BYTES = 256 * 1024;

    private final SchemaCheck schemas = new SchemaCheck();

    void check(RegisteredEventType type) {
        if (type.type().startsWith(EventTypes.PREFIX)) {
            throw new Conflict(
                    "event-type.built-in",
                    "Expected a name of your own, but those that begin with \"%s\" are the product's. Choose another one."
                            .formatted(EventTypes.PREFIX));
        }
        if (StoredJson.write(type).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new TooLarge(
                    "event-type.too-large",
                    "Expected an event type of at most %d bytes, but it is larger.".formatted(MAX_BYTES));
        }
        List<Violation> violations = violations(type);
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "event-type.invalid",
                    "Expected an event type that events can be checked against, but %s is not one."
                            .formatted(type.type()),
                    violations);
        }
    }

    private List<Violation> violations(RegisteredEventType type) {
        List<Violation> found = new ArrayList<>();
        schemas.schema(type.schema()).forEach(wrong -> found.add(at("/schema", "event-type.schema", wrong)));
        if (found.isEmpty()) {
            schemas.value(type.schema(), type.example())
                    .forEach(wrong -> found.add(at(wrong.isOfSchema() ? "/schema" : "/example", code(wrong), wrong)));
        }
        return found;
    }

    private static String code(SchemaViolation wrong) {
        return wrong.isOfSchema() ? "event-type.schema" : "event-type.example";
    }

    private static Violation at(String place, String code, SchemaViolation wrong) {
        return new Violation(wrong.under(place).pointer(), code, wrong.message());
    }
}
