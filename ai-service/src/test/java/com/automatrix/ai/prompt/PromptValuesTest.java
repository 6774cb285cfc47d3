package com.automatrix.ai.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.prompt.PromptValues.Read;
import com.automatrix.ai.provider.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PromptValuesTest {

    private static final PromptContent CONTENT =
            content("Be {{ tone }}, {{tone}} and {{ loud }}, in {{ words }} words.");

    @ParameterizedTest
    @MethodSource("values")
    void the_way_back_gives_what_was_put_in(Map<String, @Nullable Object> values) {
        List<Message> messages = new PromptText().messages(CONTENT, values);

        assertThat(PromptValues.read(CONTENT, messages)).contains(new Read(values, messages.size()));
    }

    static Stream<Map<String, @Nullable Object>> values() {
        return Stream.of(
                Map.of("tone", "kind", "loud", true, "words", 40),
                Map.of("tone", "kind [a]", "loud", false, "words", -2.5),
                Map.of("tone", "kind", "loud", true, "words", 40, "comments", "Hi \"there\"", "more", List.of(1, "x")),
                Map.of("comments", "nothing else"),
                Map.of());
    }

    @Test
    void what_is_personal_in_the_instructions_was_a_token_of_any_number() {
        PromptContent content = content("Be {{ tone }}. Ring 514-555-0190 or write to a@example.test.");

        assertThat(PromptValues.read(
                        content, List.of(Message.instructions("Be kind. Ring [[PHONE_3]] or write to [[EMAIL_12]]."))))
                .contains(new Read(Map.of("tone", "kind"), 1));
    }

    @Test
    void instructions_that_say_something_else_show_no_values() {
        assertThat(PromptValues.read(CONTENT, List.of(Message.instructions("Be rude, rude and true, in 4 words."))))
                .isEmpty();
        assertThat(PromptValues.read(CONTENT, List.of(Message.instructions("Be kind, kind [a] and true, in 4 words."))))
                .isEmpty();
    }

    @Test
    void data_of_a_step_is_none_of_the_values() {
        PromptContent content = content("Be nice.");

        assertThat(PromptValues.read(
                        content,
                        List.of(
                                Message.instructions("Be nice."),
                                Message.instructions("In French."),
                                Message.data("{\"comments\":\"Hi\"}"))))
                .contains(new Read(new LinkedHashMap<>(), 1));
    }

    private static PromptContent content(String instructions) {
        Map<String, Object> properties = Map.of(
                "tone", Map.of("enum", List.of("kind", "kind [a]")),
                "loud", Map.of("type", "boolean"),
                "words", Map.of("type", "number"));
        return new PromptContent(
                instructions, Map.of("type", "object", "properties", properties), null, null, null, null);
    }
}
