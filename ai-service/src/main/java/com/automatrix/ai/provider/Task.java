package com.automatrix.ai.provider;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What kind of answer is wanted, for a provider that cannot follow instructions in words. */
public sealed interface Task {

    /** A text by the instructions. */
    record Write() implements Task {}

    /**
     * The labels that fit the data.
     *
     * @param labels with different names
     */
    record Classify(List<Label> labels) implements Task {

        public Classify {
            labels = List.copyOf(labels);
        }
    }

    /** The fields of the request's schema, as they stand in the data. */
    record Extract() implements Task {}

    /**
     * What the data says, in short.
     *
     * @param sentences at most that many
     */
    record Summarize(int sentences) implements Task {}

    /**
     * The next turn of an agent: a JSON document with either {@code calls} of its tools or the {@code result}.
     *
     * @param result JSON Schema of the result; null: a text is wanted
     * @param isLast whether it may not ask for tools any more
     */
    record Act(List<Tool> tools, @Nullable Map<String, Object> result, boolean isLast) implements Task {

        public Act {
            tools = List.copyOf(tools);
        }
    }
}
