package com.automatrix.execution.engine;

import org.jspecify.annotations.Nullable;

final class Handling {
    Handling(Expressions expressions, CompiledWorkflow workflow, Circumstances circumstances) {}

    Decision handle(@Nullable ExecutionState state, Input input) {
        return new Decision.Ignored("");
    }
}
