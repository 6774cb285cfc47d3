package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a step type of another system must keep to, beside the form of its fields. */
final class RegistrationRules {

    private static final Set<String> OWN_WORKERS = Set.of(StepType.ENGINE, "io", "ai");
    private static final String ERROR = "error";
    private static final int MAX_BYTES = 256 * 1024;

    private final SchemaCheck schemas = new SchemaCheck();

    void check(StepType type) {
        if (StepTypes.builtIn().find(type.type()).isPresent()) {
            throw new Conflict(
                    "step-type.built-in",
                    "Expected a type that is not built in, but \"%s\" is. Choose another name.".formatted(type.type()));
        }
        if (StoredJson.write(type).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new TooLarge(
                    "step-type.too-large",
                    "Expected a descriptor of at most %d bytes, but it is larger.".formatted(MAX_BYTES));
        }
        List<Violation> violations = violations(type);
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "step-type.invalid",
                    "Expected a descriptor that workflows can use, but %s is not one.".formatted(type.type()),
                    violations);
        }
    }

    private List<Violation> violations(StepType type) {
        List<Violation> found = new ArrayList<>();
        if (OWN_WORKERS.contains(type.worker())) {
            found.add(new Violation(
                    "/worker",
                    "step-type.reserved-worker",
                    "Expected a worker of your own, but \"%s\" is one of the product.".formatted(type.worker())));
        }
        if (!type.handles().contains(ERROR)
                || new HashSet<>(type.handles()).size() != type.handles().size()) {
            found.add(new Violation(
                    "/handles",
                    "step-type.handles",
                    "Expected different handles, \"error\" among them, but they are %s.".formatted(type.handles())));
        }
        if (type.isContainer()) {
            found.add(new Violation(
                    "/configSchema/x-container",
                    "step-type.container",
                    "Expected a type that holds no other steps, but only built-in ones can."));
        }
        schemas.schema(type.configSchema()).forEach(wrong -> found.add(schema("/configSchema", wrong)));
        schemas.schema(type.outputSchema()).forEach(wrong -> found.add(schema("/outputSchema", wrong)));
        if (found.isEmpty() && !type.example().isEmpty()) {
            schemas.config(type.configSchema(), type.example())
                    .forEach(wrong -> found.add(
                            new Violation(wrong.under("/example").pointer(), "step-type.example", wrong.message())));
        }
        return found;
    }

    private static Violation schema(String place, SchemaViolation wrong) {
        return new Violation(wrong.under(place).pointer(), "step-type.schema", wrong.message());
    }
}
