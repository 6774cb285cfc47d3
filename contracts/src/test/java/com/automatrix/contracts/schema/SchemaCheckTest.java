package com.automatrix.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

class SchemaCheckTest {

    private final SchemaCheck check = new SchemaCheck();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"string"}                                  | 7                  | wrong-type     | Expected this to be text, but it is a whole number.
            {"type":"integer"}                                 | 7.5                | wrong-type     | Expected this to be a whole number, but it is a number.
            {"type":["string","null"]}                         | true               | wrong-type     | Expected this to be text or null, but it is true.
            {"type":"array"}                                   | {}                 | wrong-type     | Expected this to be a list, but it is an object.
            {"type":"object"}                                  | []                 | wrong-type     | Expected this to be an object, but it is a list.
            {"type":"boolean"}                                 | null               | wrong-type     | Expected this to be true or false, but it is null.
            {"type":"number"}                                  | "7"                | wrong-type     | Expected this to be a number, but it is text.
            {"const":"a"}                                      | "b"                | not-allowed    | Expected this to be "a", but it is "b".
            {"enum":["a","b","c"]}                             | "d"                | not-allowed    | Expected this to be "a", "b" or "c", but it is "d".
            {"not":{"enum":["out"]}}                           | "out"              | not-allowed    | Expected this to be something else, but it is "out".
            {"pattern":"^a+$"}                                 | "b"                | wrong-format   | Expected this to be of the form ^a+$, but it is "b".
            {"format":"date-time"}                             | "today"            | wrong-format   | Expected this to be a time such as 2026-05-01T14:00:00Z, but it is "today".
            {"format":"duration"}                              | "1 h"              | wrong-format   | Expected this to be a duration of whole seconds or more, such as PT30S or P2D, but it is "1 h".
            {"format":"duration"}                              | "PT0.5S"           | wrong-format   | Expected this to be a duration of whole seconds or more, such as PT30S or P2D, but it is "PT0.5S".
            {"format":"email"}                                 | "marie"            | wrong-format   | Expected this to be an e-mail address, but it is "marie".
            {"format":"ipv4"}                                  | "x"                | wrong-format   | Expected this to be of the format ipv4, but it is "x".
            {"minimum":3}                                      | 2                  | out-of-range   | Expected this to be at least 3, but it is 2.
            {"maximum":3}                                      | 4                  | out-of-range   | Expected this to be at most 3, but it is 4.
            {"exclusiveMinimum":3}                             | 3                  | out-of-range   | Expected this to be more than 3, but it is 3.
            {"exclusiveMaximum":3}                             | 3                  | out-of-range   | Expected this to be less than 3, but it is 3.
            {"multipleOf":2}                                   | 3                  | out-of-range   | Expected this to be a multiple of 2, but it is 3.
            {"minLength":3}                                    | "ab"               | wrong-length   | Expected this to have at least 3 characters, but it has 2.
            {"maxLength":1}                                    | "ab"               | wrong-length   | Expected this to have at most 1 characters, but it has 2.
            {"minItems":1}                                     | []                 | wrong-size     | Expected this to have at least 1 items, but it has 0.
            {"maxItems":1}                                     | [1,2]              | wrong-size     | Expected this to have at most 1 items, but it has 2.
            {"minProperties":1}                                | {}                 | wrong-size     | Expected this to have at least 1 fields, but it has 0.
            {"maxProperties":0}                                | {"a":1}            | wrong-size     | Expected this to have at most 0 fields, but it has 1.
            {"uniqueItems":true}                               | [1,1]              | duplicate-item | Expected every item of this once, but one is there twice.
            {"oneOf":[{"required":["a"]},{"required":["b"]}]}  | {}                 | missing-field  | Expected a or b, but neither is there.
            {"oneOf":[{"required":["a"]},{"required":["b"]}]}  | {"a":1,"b":1}      | not-allowed    | Expected either a or b, but there is more than one.
            {"oneOf":[{"minimum":1},{"maximum":3}]}            | 2                  | not-allowed    | Expected this to be of one kind, but it fits several.
            {"anyOf":[{"type":"string"},{"type":"object"}]}    | 2                  | wrong-type     | Expected this to be text or an object, but it is a whole number.
            {"anyOf":[{"minLength":3},{"maxLength":1}]}        | "ab"               | wrong-length   | Expected this to have at least 3 characters, but it has 2.
            """)
    void a_violation_is_a_code_and_a_sentence(String schema, String value, String code, String message) {
        List<SchemaViolation> violations =
                check.value(object(schema), ContractJson.events().readTree(value));

        assertThat(violations).containsExactly(new SchemaViolation("", code, message));
    }

    @Test
    void a_violation_points_to_the_place() {
        Map<String, Object> schema = object("""
                {"type": "object",
                 "properties": {"list": {"items": {"properties": {"a/b": {"type": "string"}}, "required": ["id"],
                                                    "additionalProperties": false}}},
                 "dependentRequired": {"list": ["name"]}}""");

        List<SchemaViolation> violations =
                check.value(schema, object("{\"list\": [{\"id\": 1}, {\"a/b\": 7, \"~c\": 1}]}"));

        assertThat(violations)
                .containsExactlyInAnyOrder(
                        new SchemaViolation(
                                "/list/0/id", "unknown-field", "Expected no field id here, but there is one."),
                        new SchemaViolation(
                                "/list/1/a~1b", "wrong-type", "Expected a/b to be text, but it is a whole number."),
                        new SchemaViolation(
                                "/list/1/~0c", "unknown-field", "Expected no field ~c here, but there is one."),
                        new SchemaViolation("/list/1/id", "missing-field", "Expected id, but it is missing."),
                        new SchemaViolation("/name", "missing-field", "Expected name too, but it is missing."));
        assertThat(violations.getFirst().under("/input").pointer()).startsWith("/input/");
    }

    @Test
    void items_are_counted_from_one_in_sentences_and_from_zero_in_pointers() {
        assertThat(check.value(object("{\"items\": {\"type\": \"string\"}}"), List.of("a", 2)))
                .containsExactly(new SchemaViolation(
                        "/1", "wrong-type", "Expected item 2 to be text, but it is a whole number."));
    }

    @Test
    void a_plain_tree_with_nulls_and_big_numbers_is_checked_too() {
        Map<String, Object> schema = object("{\"properties\": {\"n\": {\"type\": [\"integer\", \"null\"]}}}");

        assertThat(check.value(schema, object("{\"n\": null}"))).isEmpty();
        assertThat(check.value(schema, object("{\"n\": 123456789012345678901234567890}")))
                .isEmpty();
        assertThat(check.value(schema, null)).isEmpty();
    }

    @Test
    void a_long_value_is_cut_in_the_sentence() {
        assertThat(check.value(object("{\"enum\": [1]}"), "x".repeat(100))
                        .getFirst()
                        .message())
                .hasSizeLessThan(120)
                .contains("…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"marie@example.test", "a.b+c@mail.dealer.example"})
    void an_address_of_any_domain_is_an_email_address(String address) {
        assertThat(check.value(object("{\"format\": \"email\"}"), address)).isEmpty();
        assertThat(check.value(
                        object(
                                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"format\": \"email\"}"),
                        address))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"objekt\"}",
                "{\"type\": \"object\", \"properties\": []}",
                "{\"required\": \"name\"}",
                "{\"pattern\": \"(\"}",
                "{\"pattern\": \"(?=a)b\"}",
                "{\"$ref\": \"https://example.test/schema.json\"}",
                "{\"$ref\": \"file:///etc/passwd\"}",
                "{\"$ref\": \"#/$defs/nowhere\"}"
            })
    void a_schema_that_cannot_be_used_is_reported(String schema) {
        assertThat(check.schema(object(schema)))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.message()).startsWith("Expected "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pattern\": \"(\"}",
                "{\"$ref\": \"https://example.test/schema.json\"}",
                "{\"$ref\": \"#/$defs/nowhere\"}",
                "{\"$ref\": \"#\"}"
            })
    void checking_against_a_schema_that_cannot_be_used_is_a_violation_and_not_an_exception(String schema) {
        assertThat(check.value(object(schema), "text"))
                .extracting(SchemaViolation::code)
                .containsExactly("broken-schema");
    }

    @Test
    void a_usable_schema_has_no_violations() {
        assertThat(check.schema(object("""
                        {"type": "object", "required": ["person"], "properties": {"person": {"$ref": "#/$defs/person"}},
                         "$defs": {"person": {"type": "object", "title": "Person", "x-ui": {"widget": "person"}}}}"""))).isEmpty();
        assertThat(check.schema(Map.of())).isEmpty();
    }

    @Test
    void a_pattern_that_would_take_for_ever_elsewhere_takes_no_time() {
        assertThat(check.value(object("{\"pattern\": \"^(a+)+$\"}"), "a".repeat(50_000) + "!"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(((a{100}){100}){100}){100}", "([a-z\\]]{2,999}){3}", "(x|y{1000}){3}"})
    void a_pattern_that_would_fill_the_memory_is_a_broken_schema(String pattern) {
        assertThat(check.value(Map.of("pattern", pattern), "a"))
                .extracting(SchemaViolation::code)
                .containsExactly("broken-schema");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^[A-HJ-NPR-Z0-9]{17}$", "^.{0,1000}$", "^\\{[^{}]{1,200}}$", "^(?:\\d{1,3}\\.){3}\\d{1,3}$"})
    void a_pattern_as_people_write_them_is_not_too_large(String pattern) {
        assertThat(check.schema(Map.of("pattern", pattern))).isEmpty();
    }

    @Test
    void a_check_whose_references_multiply_without_end_is_given_up() {
        Map<String, Object> definitions = new HashMap<>();
        for (int level = 0; level < 40; level++) {
            Map<String, String> next = Map.of("$ref", "#/$defs/level" + (level + 1));
            definitions.put("level" + level, Map.of("allOf", List.of(next, next)));
        }
        definitions.put("level40", Map.of("type", "string"));
        Map<String, Object> schema = Map.of("$defs", definitions, "$ref", "#/$defs/level0");

        assertThat(check.value(schema, "text"))
                .containsExactly(new SchemaViolation(
                        "",
                        "too-costly",
                        "Expected a JSON Schema that can be checked in a second, but it takes longer."));
    }

    @Test
    void a_check_whose_patterns_have_too_much_to_do_is_given_up() {
        List<Map<String, String>> patterns = IntStream.range(0, 200)
                .mapToObj(number -> Map.of("pattern", "(a|aa|b){" + (100 + number) + "}$"))
                .toList();

        assertThat(check.value(Map.of("allOf", patterns), "a".repeat(200_000)))
                .extracting(SchemaViolation::code)
                .containsExactly("too-costly");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"integer"}                     | "{{ input.count }}"        | true
            {"type":"integer"}                     | " {{ input.count }} "      | true
            {"type":"integer"}                     | "about {{ input.count }}"  | false
            {"type":"integer"}                     | "{{ a }}{{ b }}"           | false
            {"type":"integer"}                     | "many"                     | false
            {"enum":["A","B"]}                     | "{{ input.kind }}"         | true
            {"format":"duration"}                  | "PT{{ input.hours }}H"     | true
            {"maxLength":3}                        | "{{ input.text }}"         | true
            {"pattern":"^[a-z]+$"}                 | "{{ input.text }}"         | false
            {"anyOf":[{"pattern":"^[a-z]+$"},{"type":"object"}]} | "{{ input.label }}" | false
            {"anyOf":[{"type":"array"},{"type":"object"}]}       | "{{ input.items }}" | true
            {"properties":{"a":{"type":"boolean"}}}              | {"a":"{{ input.a }}"}  | true
            """)
    void a_string_with_expressions_may_stand_for_what_it_can_become(String schema, String value, boolean fits) {
        Object config = ContractJson.events().readValue(value, Object.class);

        assertThat(check.config(object(schema), config).isEmpty()).isEqualTo(fits);
    }

    @Test
    void a_schema_is_compiled_once_and_old_ones_are_forgotten() {
        for (int i = 0; i < 600; i++) {
            assertThat(check.value(Map.of("const", i), i)).isEmpty();
        }
        assertThat(check.value(Map.of("const", 0), 1)).hasSize(1);
    }

    private static Map<String, Object> object(String json) {
        return ContractJson.events().readValue(json, new TypeReference<Map<String, Object>>() {});
    }

    @Test
    void an_expectation_is_the_sentence_without_the_value() {
        List<SchemaViolation> violations = check.value(Map.of("format", "email"), "marie, but not really");

        assertThat(violations)
                .extracting(SchemaViolation::expectation)
                .containsExactly("Expected this to be an e-mail address.");
    }
}
