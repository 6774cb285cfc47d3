package com.automatrix.workflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.document.DocumentText;
import com.automatrix.platform.document.ExportFormat;
import com.automatrix.workflow.Examples;
import com.automatrix.workflow.Examples.Example;
import com.automatrix.workflow.testing.WorkflowTest;
import com.automatrix.workflow.version.WorkflowContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class WorkflowDocumentTest {

    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-00000000cafe");
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    static Stream<Example> valid() {
        return Examples.valid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void nothing_is_lost_and_the_order_of_what_was_given_does_not_matter(Example example) {
        Map<String, Object> definition = example.definition();

        Map<String, Object> document = document(definition);

        assertThat(document.get("definition")).isEqualTo(definition);
        for (ExportFormat format : ExportFormat.values()) {
            String text = DocumentText.of(document, format);
            assertThat(read(text, format)).isEqualTo(document);
            assertThat(DocumentText.of(document(turned(definition)), format)).isEqualTo(text);
        }
    }

    @Test
    void fields_come_in_the_order_of_their_schemas_and_then_of_the_alphabet() {
        String text = DocumentText.of(document(ContractJson.events().readValue("""
                {"edges": [{"target": "b", "source": "a"}], "specVersion": "1", "nodes": [
                  {"position": {"y": 2, "x": 1}, "config": {"labels": [], "zebra": 1, "apple": {"b": {}, "a": null},
                   "text": "x"}, "type": "ai.classify", "strange": true, "id": "a"}]}""", TREE)), ExportFormat.JSON);

        assertThat(text).isEqualTo("""
                {
                  "name": "Lead",
                  "category": "SALES",
                  "definition": {
                    "specVersion": "1",
                    "nodes": [
                      {
                        "id": "a",
                        "type": "ai.classify",
                        "config": {
                          "text": "x",
                          "labels": [],
                          "apple": {
                            "a": null,
                            "b": {}
                          },
                          "zebra": 1
                        },
                        "position": {
                          "x": 1,
                          "y": 2
                        },
                        "strange": true
                      }
                    ],
                    "edges": [
                      {
                        "source": "a",
                        "target": "b"
                      }
                    ]
                  },
                  "tests": []
                }
                """);
    }

    @Test
    void yaml_reads_as_people_write_it() {
        String text = DocumentText.of(document(ContractJson.events().readValue("""
                {"specVersion": "1", "nodes": [{"id": "on", "type": "data.transform", "name": "Say: hello",
                 "note": "One\\ntwo", "config": {"value": "{{ input.x = 'a' }}", "whole": "a long text, in one line"}}],
                 "edges": []}""", TREE)), ExportFormat.YAML);

        assertThat(text).isEqualTo("""
                name: Lead
                category: SALES
                definition:
                  specVersion: "1"
                  nodes:
                    - id: "on"
                      type: data.transform
                      name: "Say: hello"
                      config:
                        value: "{{ input.x = 'a' }}"
                        whole: a long text, in one line
                      note: |-
                        One
                        two
                  edges: []
                tests: []
                """);
    }

    @Test
    void tests_are_part_of_the_document() {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("expect", Map.of("status", "COMPLETED"));
        test.put("name", "It ends");

        Map<String, Object> document = WorkflowDocument.of(
                new WorkflowContent(ID, "Lead", "", "SALES", Map.of()),
                List.of(new WorkflowTest(ID, test, Instant.EPOCH, Instant.EPOCH, "Ann")));

        assertThat(ContractJson.events().writeValueAsString(document.get("tests")))
                .isEqualTo("[{\"name\":\"It ends\",\"expect\":{\"status\":\"COMPLETED\"}}]");
    }

    @Test
    void any_text_and_any_number_survives() {
        Random random = new Random(7);
        List<String> parts = List.of(
                "a",
                "Z",
                "0",
                "9",
                " ",
                "  ",
                "\n",
                "\r",
                "\t",
                ":",
                "#",
                "-",
                "?",
                "'",
                "\"",
                "\\",
                "{",
                "}",
                "[",
                "]",
                ",",
                "&",
                "*",
                "!",
                "|",
                ">",
                "%",
                "@",
                "`",
                "~",
                "=",
                "yes",
                "null",
                "true",
                "1e3",
                "0x1f",
                ".inf",
                "<<",
                "\u0085",
                "\u00a0",
                "\u2028",
                "\ufeff",
                "ü",
                "漢",
                "🚗",
                "\u0001",
                "\u007f",
                "---",
                "...",
                "12:30",
                "1_000",
                "2026-01-01");
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(6), 0, parts.size()).forEach(part -> text.append(parts.get(part)));
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("k" + text, List.of(Map.of("text", text.toString()), text.toString()));
            tree.put("number", random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));

            for (ExportFormat format : ExportFormat.values()) {
                assertThat(read(DocumentText.of(tree, format), format)).isEqualTo(tree);
            }
        }
    }

    private static Map<String, Object> document(Map<String, Object> definition) {
        return WorkflowDocument.of(new WorkflowContent(ID, "Lead", "", "SALES", definition), List.of());
    }

    private static Map<String, Object> read(String text, ExportFormat format) {
        return switch (format) {
            case JSON -> ContractJson.events().readValue(text, TREE);
            case YAML -> new YAMLMapper().readValue(text, TREE);
        };
    }

    /** The same tree with the fields of every object the other way round. */
    @SuppressWarnings("NullAway") // A tree may hold nulls.
    private static Map<String, Object> turned(Map<?, ?> tree) {
        Map<String, Object> turned = new LinkedHashMap<>();
        List<Object> keys = new ArrayList<>(tree.keySet());
        keys.reversed().forEach(key -> turned.put((String) key, turnedValue(tree.get(key))));
        return turned;
    }

    @SuppressWarnings("NullAway") // A tree may hold nulls.
    private static @Nullable Object turnedValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> turned(object);
            case List<?> list ->
                list.stream().map(WorkflowDocumentTest::turnedValue).toList();
            case null, default -> value;
        };
    }
}
