package com.automatrix.workflow.testing;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tests are run with what.
 *
 * @param tests null for all of them
 * @param definition one that is not saved yet; null for the draft
 */
record RunTestsRequest(
        @Nullable @Size(max = 200) List<UUID> tests,
        @Nullable Map<String, Object> definition) {

    static final RunTestsRequest ALL = new RunTestsRequest(null, null);
}
