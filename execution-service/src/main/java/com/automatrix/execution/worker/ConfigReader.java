package com.automatrix.execution.worker;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.platform.worker.StepResult;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads configs that fit their step type's schema, now that their expressions have values. */
@Component
final class ConfigReader {

    private final SchemaCheck schemas;

    ConfigReader(SchemaCheck schemas) {
        this.schemas = schemas;
    }

    /** Goes on with the config; the step fails for good if it does not fit the schema. */
    <C> StepResult read(StepRequested request, Class<C> configType, Function<C, StepResult> goOn) {
        StepType type = StepTypes.builtIn().find(request.type()).orElseThrow();
        List<SchemaViolation> violations = schemas.value(type.configSchema(), request.config());
        return violations.isEmpty()
                ? goOn.apply(ContractJson.events().convertValue(request.config(), configType))
                : StepResult.failure(invalid(request, violations.getFirst()));
    }

    private static StepError invalid(StepRequested request, SchemaViolation first) {
        return StepError.permanent(
                "config.invalid",
                "Expected a config that fits %s, but it does not at \"%s\": %s"
                        .formatted(request.type(), first.pointer(), first.message()));
    }
}
