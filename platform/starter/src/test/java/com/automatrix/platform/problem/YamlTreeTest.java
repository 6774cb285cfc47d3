package com.automatrix.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YamlTreeTest {

    @Test
    void values_are_those_of_json() {
        Object tree = read("""
                text: Hello, world
                quoted: "yes"
                number: 12
                fraction: 1.5e3
                yes: true
                nothing: null
                list:
                  - 1
                  - [a, {b: c}]
                lines: |
                  one
                  two
                """);

        Map<String, Object> expected = new HashMap<>(Map.of(
                "text",
                "Hello, world",
                "quoted",
                "yes",
                "number",
                12,
                "fraction",
                1500.0,
                "yes",
                true,
                "list",
                List.of(1, List.of("a", Map.of("b", "c"))),
                "lines",
                "one\ntwo\n"));
        expected.put("nothing", null);
        assertThat(tree).isEqualTo(expected);
    }

    @Test
    void nothing_at_all_is_null() {
        assertThat(read("")).isNull();
    }

    @Test
    void what_cannot_be_read_is_named_with_its_line_and_column() {
        assertRefused("a: 1\nb: [1, 2\nc: 3\n", "request.malformed-yaml", "at line 3, column ");
        assertRefused("a: 1\n\tb: 2\n", "request.malformed-yaml", "TAB");
        assertRefused("a: \"never closed\n", "request.malformed-yaml", "at line ");
    }

    @Test
    void an_alias_is_refused_so_that_a_small_body_stays_small() {
        assertRefused(
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
                "request.yaml-alias",
                "*a at line 2, column 8 is one: write out what it stands for.");
        assertRefused("base: &base {a: 1}\nother:\n  <<: *base\n", "request.yaml-alias", "*base");
    }

    @Test
    void what_json_does_not_have_is_refused() {
        assertRefused("a: .nan\n", "request.malformed-yaml", "");
        assertRefused("a: 1e999\n", "request.malformed-yaml", "line 1");
        assertRefused("a: !!binary aGVsbG8=\n", "request.malformed-yaml", "line 1");
        assertRefused("a: 1\na: 2\n", "request.malformed-yaml", "at line 2, column ");
        assertRefused("a: 1\n---\nb: 2\n", "request.malformed-yaml", "another begins at line 3");
        assertRefused("[".repeat(501) + "]".repeat(501), "request.malformed-yaml", "");
        assertRefused("a: \u0000", "request.malformed-yaml", "");
    }

    private static void assertRefused(String yaml, String code, String part) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> read(yaml)).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.detail()).startsWith("Expected ").endsWith(".").contains(part);
        });
    }

    private static @Nullable Object read(String yaml) {
        return YamlTree.read(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
