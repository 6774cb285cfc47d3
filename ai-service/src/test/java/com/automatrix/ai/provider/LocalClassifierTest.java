package com.automatrix.ai.provider;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalClassifierTest {

    private static final AiProperties.Local PROPERTIES = new AiProperties.Local(0.5, 0.04, 2);

    private final Classifier model = new LocalClassifier(new BgeEmbedder(), PROPERTIES);

    @Test
    void the_real_model_tells_a_dangerous_brake_from_an_oil_change() {
        List<Label> labels = List.of(
                new Label(
                        "emergency",
                        null,
                        List.of("the brakes do not work", "I smell fuel in the car", "smoke comes out of the engine")),
                new Label(
                        "routine",
                        null,
                        List.of("I need an oil change", "please rotate my tires", "time for the yearly inspection")));

        assertThat(classify(labels, "Brake pedal goes to the floor, can I still drive in?"))
                .isEqualTo("emergency");
        assertThat(classify(labels, "Oil change and state inspection on Friday?"))
                .isEqualTo("routine");
    }

    @Test
    void a_label_without_examples_is_compared_by_its_name_and_description() {
        List<Label> labels = List.of(
                new Label("price", "what the car or a payment costs", List.of()),
                new Label("test-drive", "wants to drive the car", List.of()));

        assertThat(classify(labels, "Could I come by and take it for a drive?")).isEqualTo("test-drive");
    }

    @Test
    void a_text_between_two_labels_is_unsure_and_still_scored() {
        Map<String, float[]> vectors =
                Map.of("left", new float[] {1, 0}, "right", new float[] {0, 1}, "both", new float[] {0.7071f, 0.7071f});
        var classifier =
                new LocalClassifier(text -> requireNonNull(vectors.get(text)), new AiProperties.Local(0.6, 0.04, 1));

        Classification found = classifier.classify(new ClassifyRequest(
                "both",
                List.of(new Label("a", null, List.of("left")), new Label("b", null, List.of("right"))),
                null,
                null,
                null));

        assertThat(found.label()).isEqualTo(Classification.UNSURE);
        assertThat(found.scores().get("a")).isCloseTo(0.5, within(1e-6));
        assertThat(found.scores().get("b")).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void the_steps_own_threshold_goes_before_the_configured_one() {
        Map<String, float[]> vectors =
                Map.of("left", new float[] {1, 0}, "right", new float[] {0, 1}, "text", new float[] {0.8f, 0.6f});
        var classifier =
                new LocalClassifier(text -> requireNonNull(vectors.get(text)), new AiProperties.Local(0, 0.04, 1));
        List<Label> labels = List.of(new Label("a", null, List.of("left")), new Label("b", null, List.of("right")));

        assertThat(classifier
                        .classify(new ClassifyRequest("text", labels, null, null, null))
                        .label())
                .isEqualTo("a");
        assertThat(classifier
                        .classify(new ClassifyRequest("text", labels, null, 0.9999, null))
                        .label())
                .isEqualTo(Classification.UNSURE);
    }

    private String classify(List<Label> labels, String text) {
        return model.classify(new ClassifyRequest(text, labels, null, null, null))
                .label();
    }
}
