package com.automatrix.execution.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.platform.problem.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookBodyTest {

    @Test
    void json_is_a_tree_with_and_without_its_content_type() {
        assertThat(read("application/json; charset=utf-8", "{\"a\": [1]}")).isEqualTo(Map.of("a", List.of(1)));
        assertThat(read("application/vnd.crm+json", "{\"a\": true}")).isEqualTo(Map.of("a", true));
        assertThat(read(null, "[\"é\"]")).isEqualTo(List.of("é"));
        assertThat(read("application/json", "")).isNull();
    }

    @Test
    void a_form_has_a_text_for_each_name_or_a_list() {
        assertThat(read("application/x-www-form-urlencoded", "name=Ana+Maria&tag=a&tag=%C3%A9&empty=&bare"))
                .isEqualTo(Map.of("name", "Ana Maria", "tag", List.of("a", "é"), "empty", "", "bare", ""));
    }

    @Test
    void text_stays_as_it_is() {
        assertThat(read("text/plain", "a=b&c")).isEqualTo("a=b&c");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertRefused("application/json", "{not json", "webhook.malformed-body");
        assertRefused("application/x-www-form-urlencoded", "a=%zz", "webhook.malformed-body");
        assertRefused("application/octet-stream", "x", "webhook.unsupported-body");
    }

    private static void assertRefused(String contentType, String body, String code) {
        assertThatThrownBy(() -> read(contentType, body))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static @Nullable Object read(@Nullable String contentType, String body) {
        return WebhookBody.read(
                new WebhookRequest("POST", Map.of(), Map.of(), contentType, body.getBytes(StandardCharsets.UTF_8)));
    }
}
