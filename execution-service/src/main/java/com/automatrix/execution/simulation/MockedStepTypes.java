package com.automatrix.execution.simulation;

import com.automatrix.contracts.steptype.StepType;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Step types as a simulation sees them: what the engine does not do by itself is asked of the test, as of a worker. */
public final class MockedStepTypes implements Function<String, @Nullable StepType> {

    private static final String CALL = "flow.call";
    private static final String PEOPLE = "human";
    private static final String WORKER = "test";

    private final Function<String, Optional<StepType>> known;

    /** @param known finds the step types of the catalogue */
    public MockedStepTypes(Function<String, Optional<StepType>> known) {
        this.known = known;
    }

    /** Whether a test has to say what a step of this type is answered. */
    public static boolean isMocked(StepType type) {
        return !isEvaluated(type) || type.type().equals(CALL);
    }

    @Override
    public @Nullable StepType apply(String name) {
        StepType type = known.apply(name).orElse(null);
        // A call goes out as it does in earnest: its command is what the test answers.
        return type == null || isEvaluated(type) ? type : asked(type);
    }

    private static boolean isEvaluated(StepType type) {
        return !type.runByWorker() && type.available() && !type.category().equals(PEOPLE);
    }

    private static StepType asked(StepType type) {
        return new StepType(
                type.type(),
                type.category(),
                type.title(),
                type.description(),
                type.icon(),
                WORKER,
                type.configSchema(),
                type.outputSchema(),
                type.handles(),
                type.dynamicHandles(),
                type.example(),
                true);
    }
}
