package com.automatrix.ai.step;

import com.automatrix.ai.provider.ClassifyRequest;
import com.automatrix.ai.provider.Label;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The config of {@code ai.classify}; a label is its name alone, or a name with a description and examples. */
record ClassifyConfig(
        @Nullable String text,
        @Nullable List<LabelConfig> labels,
        @Nullable String instructions,
        @Nullable Double confidenceMin,
        @Nullable String model) {

    ClassifyRequest asRequest() {
        List<LabelConfig> known = labels == null ? List.of() : labels;
        return new ClassifyRequest(
                text == null ? "" : text,
                known.stream().map(LabelConfig::asLabel).toList(),
                instructions,
                confidenceMin,
                model);
    }

    record LabelConfig(
            String label,
            @Nullable String description,
            @Nullable List<String> examples) {

        @JsonCreator
        LabelConfig {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static LabelConfig named(String label) {
            return new LabelConfig(label, null, null);
        }

        Label asLabel() {
            return new Label(label, description, examples == null ? List.of() : examples);
        }
    }
}
