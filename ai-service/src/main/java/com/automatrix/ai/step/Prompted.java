package com.automatrix.ai.step;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The config of a step whose instructions may come from a stored prompt; what the step says itself is added to them. */
interface Prompted {

    /** A stored prompt; without a version the newest. */
    record PromptRef(UUID id, @Nullable Integer version) {}

    @Nullable
    PromptRef promptRef();

    /** Values for the variables of the stored prompt. */
    @Nullable
    Map<String, @Nullable Object> variables();

    /** Goes before that of the stored prompt. */
    @Nullable
    String model();
}
