package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Origin;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes calls of stored prompts. Each call says which prompt and version it was made by. */
@FunctionalInterface
public interface Prompts {

    /**
     * The call that a version of a prompt makes with these values.
     *
     * @param version null: the newest
     * @throws com.automatrix.platform.problem.NotFound if there is no such prompt or version
     * @throws com.automatrix.platform.problem.Invalid {@code prompt.bad-variables} if the values do not fit
     */
    AiCall call(
            String purpose, Origin origin, UUID id, @Nullable Integer version, Map<String, @Nullable Object> values);
}
