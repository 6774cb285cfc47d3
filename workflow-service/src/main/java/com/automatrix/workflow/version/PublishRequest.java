package com.automatrix.workflow.version;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about the version that is being published.
 *
 * @param overrideTests whether to publish without running the tests; only an administrator may
 */
record PublishRequest(
        @Nullable @Size(max = 500) String note, @Nullable Boolean overrideTests) {

    static final PublishRequest EMPTY = new PublishRequest(null, null);

    String noteOrEmpty() {
        return note == null ? "" : note;
    }

    boolean overridesTests() {
        return Boolean.TRUE.equals(overrideTests);
    }
}
