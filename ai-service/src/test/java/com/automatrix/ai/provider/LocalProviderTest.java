package com.automatrix.ai.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalProviderTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final String TEXT =
            "Hi, my 2018 Honda with VIN 1hgcm82633a004352 has 84,500 miles. I want $12,500 for it."
                    + " Call me at (212) 555-0143 or write to marie@example.test by 2026-12-03.";

    private final LocalProvider provider = TestProviders.local("http://localhost:1/v1");

    @Test
    void the_real_model_tells_a_dangerous_brake_from_an_oil_change() {
        List<Label> labels = List.of(
                new Label("danger", null, List.of("the brakes do not work", "smoke comes out of the engine")),
                new Label("routine", null, List.of("I need an oil change", "please rotate my tires")));

        String answer = ask(new Task.Classify(labels), null, "Oil change and inspection on Friday?");

        assertThat(answer).startsWith("{\"labels\":[{").contains("routine").contains("danger");
        assertThat(answer.indexOf("routine")).isLessThan(answer.indexOf("danger"));
    }

    @Test
    void a_text_between_two_labels_is_half_of_each() {
        Map<String, float[]> vectors =
                Map.of("left", new float[] {1, 0}, "right", new float[] {0, 1}, "both", new float[] {0.7071f, 0.7071f});
        var similarities = new Similarities(
                text -> vectors.getOrDefault(text, new float[2]), new AiProperties.Local(0.6, 0.04, 1));

        Map<String, Double> scores = similarities.of(
                "both", List.of(new Label("a", null, List.of("left")), new Label("b", null, List.of("right"))));

        assertThat(scores.get("a")).isCloseTo(0.5, within(1e-6));
        assertThat(scores.get("b")).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void facts_are_found_as_they_stand() {
        assertThat(FoundFacts.vins(TEXT)).containsExactly("1HGCM82633A004352");
        assertThat(FoundFacts.vins("VIN 1HGCM82633A004353, stock 1234567890ABCDEFG"))
                .isEmpty();
        assertThat(FoundFacts.phones(TEXT)).containsExactly("+12125550143");
        assertThat(FoundFacts.emails(TEXT)).containsExactly("marie@example.test");
        assertThat(FoundFacts.prices(TEXT)).containsExactly(new BigDecimal("12500"));
        assertThat(FoundFacts.prices("Offer: USD 18,750 cash")).containsExactly(new BigDecimal("18750"));
        assertThat(FoundFacts.mileages(TEXT)).containsExactly(new BigDecimal("84500"));
        assertThat(FoundFacts.dates("Can I come tomorrow?", NOW))
                .singleElement()
                .asString()
                .startsWith("2026-11-27");
    }

    @Test
    void the_fields_of_a_schema_are_filled_by_their_names() {
        Map<String, Object> schema = Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "vin", Map.of("type", "string"),
                        "mileage", Map.of("type", "integer"),
                        "phones", Map.of("type", "array", "items", Map.of("type", "string")),
                        "askingPrice", Map.of("type", "number")));

        assertThat(LocalExtraction.of(TEXT, schema, NOW))
                .containsEntry("vin", "1HGCM82633A004352")
                .containsEntry("mileage", 84500L)
                .containsEntry("phones", List.of("+12125550143"))
                .containsEntry("askingPrice", new BigDecimal("12500"));
        assertThat(LocalExtraction.of("Nothing here.", schema, NOW)).doesNotContainKeys("vin", "mileage");
    }

    @Test
    void what_it_cannot_do_it_refuses() {
        Map<String, Object> colour = Map.of("type", "object", "properties", Map.of("colour", Map.of("type", "string")));

        assertThat(refusal(new Task.Extract(), colour)).isEqualTo("ai.unsupported");
        assertThat(refusal(new Task.Write(), null)).isEqualTo("ai.unsupported");
    }

    @Test
    void a_summary_is_made_of_sentences_of_the_text() {
        String text = "The customer wants to trade in a Honda. The Honda has a scratched door. It is raining today."
                + " The customer asks what the Honda is worth as a trade-in. Lunch was good.";

        List<String> summary = ask(new Task.Summarize(2), null, text).lines().toList();

        assertThat(summary).hasSize(2).allSatisfy(sentence -> assertThat(text).contains(sentence));
        assertThat(summary.toString()).contains("Honda");
    }

    private String refusal(Task task, @Nullable Map<String, Object> schema) {
        return catchThrowableOfType(ProviderException.class, () -> ask(task, schema, TEXT))
                .code();
    }

    private String ask(Task task, @Nullable Map<String, Object> schema, String text) {
        return provider.ask(new ModelRequest("m", task, List.of(Message.data(text)), schema, null, null, null))
                .text();
    }
}
