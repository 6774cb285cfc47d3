package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.provider.Task;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs {@code ai.extract}: its output is the object that the step's schema describes. */
@Component
final class ExtractWorker implements StepWorker {

    private final AiCalls calls;
    private final AiStep step;
    private final SchemaCheck schemas = new SchemaCheck();

    ExtractWorker(AiCalls calls, AiStep step) {
        this.calls = calls;
        this.step = step;
    }

    @Override
    public String type() {
        return "ai.extract";
    }

    @Override
    public String bulkhead(StepRequested request) {
        return step.bulkhead(request);
    }

    @Override
    public StepResult execute(StepRequested request) {
        return step.run(type(), request, ExtractConfig.class, config -> extract(request, config));
    }

    private StepResult extract(StepRequested request, ExtractConfig config) {
        Map<String, Object> schema = config.schema();
        if (config.material().isEmpty() || schema == null) {
            return AiStep.invalidConfig("Expected a text and a schema, but ai.extract has not both.");
        }
        if (!"object".equals(schema.get("type"))) {
            return AiStep.invalidConfig("Expected the schema of ai.extract to be of an object, but it is not.");
        }
        var violations = schemas.schema(schema);
        if (!violations.isEmpty()) {
            return AiStep.invalidConfig("Expected the schema of ai.extract to be a JSON Schema, but at \""
                    + violations.getFirst().pointer() + "\": "
                    + violations.getFirst().message());
        }
        Fallback fallback = config.fallback() == null ? Fallback.NONE : config.fallback();
        AiCall call = step.call(request, config, config.messages());
        AiAnswer answer = calls.ask(call.withTask(new Task.Extract())
                .withSchema(schema)
                .withCheck(new FoundValues(Material.textOf(call.messages())))
                .withFallback(fallback.chain())
                .withCache(Boolean.TRUE.equals(config.cache())));
        Map<String, Object> output = new LinkedHashMap<>();
        if (answer.json() instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> output.put(String.valueOf(name), value));
        }
        return AiStep.success(output, null, answer);
    }
}
