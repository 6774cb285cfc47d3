package com.automatrix.workflow.version;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a person says about the version that is being published. */
record PublishRequest(@Nullable @Size(max = 500) String note) {

    String noteOrEmpty() {
        return note == null ? "" : note;
    }
}
