package com.automatrix.contracts.message;

import com.automatrix.contracts.json.JsonTree;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an attempt went. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepOutcome.Succeeded.class, name = "SUCCEEDED"),
    @JsonSubTypes.Type(value = StepOutcome.Failed.class, name = "FAILED"),
    @JsonSubTypes.Type(value = StepOutcome.Continue.class, name = "CONTINUE"),
    @JsonSubTypes.Type(value = StepOutcome.Running.class, name = "RUNNING")
})
public sealed interface StepOutcome {

    /**
     * The step is done.
     *
     * @param handles the handles to fire; null fires {@code out}
     */
    record Succeeded(@Nullable Object output, @Nullable List<String> handles) implements StepOutcome {

        public Succeeded {
            handles = handles == null ? null : List.copyOf(handles);
        }
    }

    record Failed(StepError error) implements StepOutcome {}

    /**
     * The worker needs other steps done before it can go on; no thread waits meanwhile.
     *
     * @param state handed back with the next request
     * @param calls the steps to run first
     */
    record Continue(@Nullable Object state, List<ToolCall> calls) implements StepOutcome {

        public Continue {
            calls = JsonTree.list(calls);
        }
    }

    /**
     * The attempt is still going on; extends its lease.
     *
     * @param until nothing will come before this time, so that the lease lasts beyond it; null if it is being worked on
     * @param reason why it waits: a sentence for people, without personal data
     */
    record Running(@Nullable Instant until, @Nullable String reason) implements StepOutcome {

        public Running() {
            this(null, null);
        }
    }
}
