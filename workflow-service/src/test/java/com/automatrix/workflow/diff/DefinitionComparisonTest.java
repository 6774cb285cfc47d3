package com.automatrix.workflow.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.diff.DefinitionDiff.Edge;
import com.automatrix.workflow.diff.DefinitionDiff.EdgeChange;
import com.automatrix.workflow.diff.DefinitionDiff.ElementChange;
import com.automatrix.workflow.diff.DefinitionDiff.Note;
import com.automatrix.workflow.diff.DefinitionDiff.Step;
import com.automatrix.workflow.diff.DefinitionDiff.Trigger;
import com.automatrix.workflow.diff.FieldChange.Change;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

class DefinitionComparisonTest {

    private static final String LEAD = """
            {"specVersion": "1",
             "triggers": [{"id": "web-lead", "type": "event", "eventType": "lead.received", "filter": "{{ true }}"}],
             "nodes": [
               {"id": "n1", "type": "ai.classify", "name": "Classify lead",
                "config": {"text": "{{ input.comments }}", "labels": ["hot", "cold"]},
                "timeout": "PT30S", "position": {"x": 1, "y": 2}},
               {"id": "n2", "type": "human.task", "name": "Call the customer", "config": {"role": "SALES"}},
               {"id": "n3", "type": "email.send", "name": "Send a brochure", "config": {"to": "x@example.com"}}],
             "edges": [{"source": "n1", "sourceHandle": "hot", "target": "n2"},
                       {"source": "n1", "sourceHandle": "cold", "target": "n3"}],
             "settings": {"timeout": "P7D"}}""";

    private final DefinitionComparison comparison = new DefinitionComparison(StepTypes::builtIn);

    private static Described described(String definition) {
        return new Described(
                "Leads", "", "SALES", ContractJson.events().readValue(definition, new TypeReference<>() {}));
    }

    private DefinitionDiff afterwards(UnaryOperator<String> edit) {
        String edited = edit.apply(LEAD);
        assertThat(edited).isNotEqualTo(LEAD);
        return comparison.compare(described(LEAD), described(edited));
    }

    private DefinitionDiff replacing(String before, String after) {
        return afterwards(definition -> definition.replace(before, after));
    }

    @Test
    void what_is_the_same_has_no_difference() {
        DefinitionDiff diff = comparison.compare(described(LEAD), described(LEAD));

        assertThat(diff.summary()).containsExactly("There is no difference.");
        assertThat(diff.steps().changed()).isEmpty();
        assertThat(diff.edges().added()).isEmpty();
        assertThat(diff.settings()).isEmpty();
        assertThat(diff.layout()).isEmpty();
    }

    @Test
    void notes_that_came_went_or_changed_are_told_of_by_their_first_line() {
        Described before = described(withNotes("""
                {"id": "old", "text": "Ask Kim", "position": {"x": 0, "y": 0}},
                {"id": "text", "text": "Monday", "position": {"x": 0, "y": 0}},
                {"id": "place", "text": "Here", "position": {"x": 0, "y": 0}},
                {"id": "paper", "text": "Red", "position": {"x": 0, "y": 0}}"""));
        Described after = described(withNotes("""
                {"id": "text", "text": "Tuesday\\nor later", "position": {"x": 0, "y": 0}},
                {"id": "place", "text": "Here", "position": {"x": 9, "y": 0}},
                {"id": "paper", "text": "Red", "position": {"x": 0, "y": 0}, "colour": "PINK"},
                {"id": "new", "text": "Ask Lee", "position": {"x": 0, "y": 0}}"""));

        DefinitionDiff diff = comparison.compare(before, after);

        assertThat(diff.notes().added()).containsExactly(new Note("new", "Ask Lee"));
        assertThat(diff.notes().removed()).containsExactly(new Note("old", "Ask Kim"));
        assertThat(diff.notes().changed()).extracting(ElementChange::id).containsExactly("text", "place", "paper");
        assertThat(diff.other()).isEmpty();
        assertThat(diff.summary())
                .containsExactly(
                        "Adds the note \"Ask Lee\".",
                        "Removes the note \"Ask Kim\".",
                        "Rewrites the note \"Tuesday\".",
                        "Moves the note \"Here\".",
                        "Recolors the note \"Red\".");
    }

    private static String withNotes(String notes) {
        return LEAD.replace("\"settings\":", "\"notes\": [" + notes + "], \"settings\":");
    }

    @Test
    void a_number_is_the_same_however_it_is_written() {
        assertThat(comparison
                        .compare(described(LEAD), described(LEAD.replace("\"x\": 1,", "\"x\": 1.0,")))
                        .summary())
                .containsExactly("There is no difference.");
    }

    @Test
    void an_added_step_is_told_of_with_what_it_comes_after() {
        DefinitionDiff diff = afterwards(definition -> definition
                .replace(
                        "\"nodes\": [",
                        "\"nodes\": [{\"id\": \"n4\", \"type\": \"flow.wait\", \"name\": \"Wait a day\", \"config\": {}},")
                .replace("\"target\": \"n3\"}", "\"target\": \"n4\"}, {\"source\": \"n4\", \"target\": \"n3\"}"));

        assertThat(diff.steps().added()).containsExactly(new Step("n4", "Wait a day", "flow.wait"));
        assertThat(diff.edges().added()).containsExactly(new Edge("n1", "cold", "n4"), new Edge("n4", "out", "n3"));
        assertThat(diff.edges().removed()).containsExactly(new Edge("n1", "cold", "n3"));
        assertThat(diff.edges().changed()).isEmpty();
        assertThat(diff.summary())
                .containsExactly(
                        "Adds the step \"Wait a day\" after \"Classify lead\" (cold).",
                        "Connects \"Wait a day\" to \"Send a brochure\".",
                        "Disconnects \"Classify lead\" (cold) from \"Send a brochure\".");
    }

    @Test
    void a_step_in_a_container_is_told_of_with_the_container() {
        DefinitionDiff diff = replacing("\"nodes\": [", """
                "nodes": [{"id": "loop", "type": "flow.foreach", "name": "For each part", "config": {}},
                          {"id": "a", "type": "data.transform", "parent": "loop", "config": {}},
                          {"id": "b", "type": "data.transform", "parent": "loop", "name": "Order", "config": {}},""");

        assertThat(diff.summary())
                .containsExactly(
                        "Adds the step \"For each part\" at the beginning.",
                        "Adds the step \"a\" inside \"For each part\" at the beginning.",
                        "Adds the step \"Order\" inside \"For each part\" at the beginning.");
    }

    @Test
    void a_removed_step_takes_its_edges_with_it() {
        DefinitionDiff diff = afterwards(definition -> definition.replaceAll(
                ",\\s*\\{\"(id|source)\": \"n[13]\", \"(type\": \"email|sourceHandle\": \"cold)[^\\]]*]", "]"));

        assertThat(diff.steps().removed()).containsExactly(new Step("n3", "Send a brochure", "email.send"));
        assertThat(diff.edges().removed()).containsExactly(new Edge("n1", "cold", "n3"));
        assertThat(diff.summary()).containsExactly("Removes the step \"Send a brochure\".");
    }

    @Test
    void a_changed_field_is_told_of_with_both_values() {
        DefinitionDiff diff = replacing("PT30S", "PT1M");

        assertThat(diff.steps().changed())
                .containsExactly(new ElementChange(
                        "n1", "Classify lead", List.of(new FieldChange("/timeout", Change.CHANGED, "PT30S", "PT1M"))));
        assertThat(diff.summary())
                .containsExactly("Changes the timeout of \"Classify lead\" from \"PT30S\" to \"PT1M\".");
    }

    @Test
    void a_field_that_came_or_went_is_told_apart_from_one_that_changed() {
        assertThat(replacing("\"timeout\": \"PT30S\", ", "")
                        .steps()
                        .changed()
                        .getFirst()
                        .fields())
                .containsExactly(new FieldChange("/timeout", Change.REMOVED, "PT30S", null));
        assertThat(replacing("\"role\": \"SALES\"", "\"role\": \"SALES\", \"a/b~c\": null")
                        .steps()
                        .changed()
                        .getFirst()
                        .fields())
                .containsExactly(new FieldChange("/config/a~1b~0c", Change.ADDED, null, null));
        assertThat(replacing("\"timeout\": \"PT30S\", ", "").summary())
                .containsExactly("Removes the timeout of \"Classify lead\".");
    }

    @Test
    void a_list_is_compared_element_by_element_if_it_has_kept_its_length() {
        assertThat(replacing("\"hot\", \"cold\"", "\"hot\", \"icy\"")
                        .steps()
                        .changed()
                        .getFirst()
                        .fields())
                .containsExactly(new FieldChange("/config/labels/1", Change.CHANGED, "cold", "icy"));
        assertThat(replacing("\"hot\", \"cold\"", "\"warm\", \"hot\", \"cold\"")
                        .steps()
                        .changed()
                        .getFirst()
                        .fields())
                .containsExactly(new FieldChange(
                        "/config/labels", Change.CHANGED, List.of("hot", "cold"), List.of("warm", "hot", "cold")));
    }

    @Test
    void several_changes_of_a_step_are_one_sentence_with_the_names_from_the_form() {
        DefinitionDiff diff = afterwards(definition -> definition
                .replace("input.comments", "input.text")
                .replace("\"hot\", \"cold\"", "\"hot\", \"icy\"")
                .replace("PT30S", "PT1M"));

        assertThat(diff.summary())
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .startsWith("Changes ")
                        .contains("\"Text\"", "\"Labels\"", "the timeout")
                        .endsWith(" of \"Classify lead\"."));
    }

    @Test
    void a_renamed_step_is_the_same_step() {
        DefinitionDiff diff = replacing("Call the customer", "Ring the customer");

        assertThat(diff.steps().added()).isEmpty();
        assertThat(diff.summary()).containsExactly("Renames the step \"Call the customer\" to \"Ring the customer\".");
    }

    @Test
    void a_step_that_changes_its_container_moves() {
        String inside = LEAD.replace(
                        "\"nodes\": [",
                        "\"nodes\": [{\"id\": \"s\", \"type\": \"flow.scope\", \"name\": \"Together\", \"config\": {}},")
                .replace("\"name\": \"Call the customer\"", "\"name\": \"Call the customer\", \"parent\": \"s\"");
        String outside = inside.replace(", \"parent\": \"s\"", "");

        assertThat(comparison.compare(described(outside), described(inside)).summary())
                .containsExactly("Moves the step \"Call the customer\" into \"Together\".");
        assertThat(comparison.compare(described(inside), described(outside)).summary())
                .containsExactly("Moves the step \"Call the customer\" out of \"Together\".");
    }

    @Test
    void an_edge_that_leads_elsewhere_is_one_change() {
        DefinitionDiff diff = replacing(
                "\"sourceHandle\": \"cold\", \"target\": \"n3\"", "\"sourceHandle\": \"cold\", \"target\": \"n2\"");

        assertThat(diff.edges().changed())
                .containsExactly(new EdgeChange(new Edge("n1", "cold", "n3"), new Edge("n1", "cold", "n2")));
        assertThat(diff.edges().added()).isEmpty();
        assertThat(diff.edges().removed()).isEmpty();
        assertThat(diff.summary())
                .containsExactly(
                        "Connects \"Classify lead\" (cold) to \"Call the customer\" instead of \"Send a brochure\".");
    }

    @Test
    void an_edge_that_starts_from_another_handle_is_one_change() {
        DefinitionDiff diff = replacing("\"sourceHandle\": \"cold\"", "\"sourceHandle\": \"unsure\"");

        assertThat(diff.edges().changed())
                .containsExactly(new EdgeChange(new Edge("n1", "cold", "n3"), new Edge("n1", "unsure", "n3")));
        assertThat(diff.summary())
                .containsExactly(
                        "Connects \"Classify lead\" (unsure) instead of \"Classify lead\" (cold) to \"Send a brochure\".");
    }

    @Test
    void an_edge_that_could_be_any_of_several_has_come_or_gone() {
        DefinitionDiff diff = comparison.compare(
                described(edges("{\"source\": \"n1\", \"target\": \"n2\"}, {\"source\": \"n1\", \"target\": \"n3\"}")),
                described(edges("{\"source\": \"n1\", \"target\": \"n1\"}")));

        assertThat(diff.edges().changed()).isEmpty();
        assertThat(diff.edges().added()).hasSize(1);
        assertThat(diff.edges().removed()).hasSize(2);
    }

    private static String edges(String edges) {
        return LEAD.substring(0, LEAD.indexOf("\"edges\": [")) + "\"edges\": [" + edges + "]}";
    }

    @Test
    void layout_is_kept_apart() {
        DefinitionDiff diff = afterwards(definition ->
                definition.replace("\"x\": 1", "\"x\": 9").replace("\"PT30S\",", "\"PT30S\", \"note\": \"Check\","));

        assertThat(diff.steps().changed()).isEmpty();
        assertThat(diff.layout())
                .singleElement()
                .satisfies(step -> assertThat(step.fields())
                        .extracting(FieldChange::pointer)
                        .containsExactlyInAnyOrder("/position/x", "/note"));
        assertThat(diff.summary()).containsExactly("Moves 1 step on the canvas.", "Changes the notes of 1 step.");
    }

    @Test
    void triggers_are_compared() {
        DefinitionDiff changed = replacing("{{ true }}", "{{ false }}");
        DefinitionDiff replaced = replacing("\"web-lead\"", "\"mail-lead\"");

        assertThat(changed.triggers().changed())
                .containsExactly(new ElementChange(
                        "web-lead",
                        "web-lead",
                        List.of(new FieldChange("/filter", Change.CHANGED, "{{ true }}", "{{ false }}"))));
        assertThat(changed.summary())
                .containsExactly(
                        "Changes the filter of the trigger \"web-lead\" from \"{{ true }}\" to \"{{ false }}\".");
        assertThat(replaced.triggers().added()).containsExactly(new Trigger("mail-lead", "event", "lead.received"));
        assertThat(replaced.summary())
                .containsExactly(
                        "Adds the trigger \"mail-lead\" (event lead.received).", "Removes the trigger \"web-lead\".");
    }

    @Test
    void settings_and_input_are_compared() {
        DefinitionDiff diff = afterwards(definition -> definition
                .replace("\"P7D\"", "\"P10D\", \"concurrency\": {\"limit\": 1}")
                .replace("\"triggers\"", "\"input\": {\"type\": \"object\"}, \"triggers\""));

        assertThat(diff.settings())
                .containsExactly(
                        new FieldChange("/timeout", Change.CHANGED, "P7D", "P10D"),
                        new FieldChange("/concurrency", Change.ADDED, null, Map.of("limit", 1)));
        assertThat(diff.input()).containsExactly(new FieldChange("/type", Change.ADDED, null, "object"));
        assertThat(diff.summary())
                .containsExactly(
                        "Changes what the workflow takes as input.",
                        "Changes the setting \"timeout\" from \"P7D\" to \"P10D\".",
                        "Adds the setting \"concurrency\".");
    }

    @Test
    void what_the_workflow_is_called_is_compared() {
        DefinitionDiff diff = comparison.compare(
                described(LEAD),
                new Described("Web leads", "Answers.", "SALES", described(LEAD).definition()));

        assertThat(diff.about()).extracting(FieldChange::pointer).containsExactly("/name", "/description");
        assertThat(diff.summary())
                .containsExactly(
                        "Renames the workflow from \"Leads\" to \"Web leads\".",
                        "Sets the description to \"Answers.\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"nodes\": 5, \"edges\": {}, \"triggers\": null, \"settings\": 7, \"colour\": \"red\"}",
                "{\"nodes\": [null, 1, {\"id\": 5}, {\"id\": \"n1\"}, {\"id\": \"n1\", \"type\": []}], \"edges\": [{\"source\": 1}]}"
            })
    void a_draft_of_any_shape_is_compared(String draft) {
        assertThat(comparison.compare(described(LEAD), described(draft)).summary())
                .isNotEmpty();
        assertThat(comparison.compare(described(draft), described(LEAD)).summary())
                .isNotEmpty();
        assertThat(comparison.compare(described(draft), described(draft)).summary())
                .containsExactly("There is no difference.");
    }
}
