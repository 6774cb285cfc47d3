package com.automatrix.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.workflow.Examples;
import com.automatrix.workflow.Examples.Example;
import com.automatrix.workflow.diagram.Drawing.Placed;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.core.type.TypeReference;

class DiagramTest {

    static Stream<Example> examples() {
        return Stream.concat(Examples.valid(), Examples.files("invalid/*.json"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatever_the_definition_steps_do_not_cover_each_other_and_the_image_can_be_read(Example example)
            throws Exception {
        Drawing drawing = Diagram.of(example.definition());

        List<Box> cards = drawing.cards().stream().map(Placed::box).toList();
        for (Box one : cards) {
            assertThat(cards).filteredOn(other -> overlap(one, other)).hasSize(1);
            assertThat(inside(
                            one,
                            new Box(0, 0, drawing.size().width(), drawing.size().height())))
                    .isTrue();
        }
        for (Placed frame : drawing.frames()) {
            assertThat(cards).allMatch(card -> inside(card, frame.box()) || !overlap(card, frame.box()));
        }
        assertThat(read(Svg.of(example.name(), drawing)).getAttribute("role")).isEqualTo("img");
    }

    @Test
    void steps_stand_in_layers_from_left_to_right_and_lines_go_around_them() {
        Drawing drawing = Diagram.of(definition("""
                {"nodes": [{"id": "a", "type": "data.transform"}, {"id": "b", "type": "data.transform"},
                           {"id": "c", "type": "data.transform"}, {"id": "d", "type": "data.transform"}],
                 "edges": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"},
                           {"source": "c", "target": "d"}, {"source": "a", "target": "d"}]}"""));

        assertThat(names(drawing)).containsExactly("a", "b", "c", "d");
        List<Box> boxes = drawing.cards().stream().map(Placed::box).toList();
        IntStream.range(1, 4)
                .forEach(index -> assertThat(boxes.get(index).x())
                        .isGreaterThan(boxes.get(index - 1).right()));
        Drawing.Line around = drawing.lines().stream()
                .filter(line ->
                        line.link().source().equals("a") && line.link().target().equals("d"))
                .findFirst()
                .orElseThrow();
        assertThat(around.way().subList(2, 6))
                .noneMatch(point -> boxes.stream()
                        .anyMatch(box -> point.y() > box.y()
                                && point.y() < box.bottom()
                                && point.x() > box.x()
                                && point.x() < box.right()));
    }

    @Test
    void handles_are_named_but_for_the_usual_one() {
        Drawing drawing = Diagram.of(definition("""
                {"nodes": [{"id": "a", "type": "ai.classify"}, {"id": "b", "type": "human.task"},
                           {"id": "c", "type": "data.transform"}],
                 "edges": [{"source": "a", "sourceHandle": "hot", "target": "b"},
                           {"source": "a", "sourceHandle": "unsure", "target": "b"},
                           {"source": "a", "sourceHandle": "error", "target": "c"},
                           {"source": "b", "target": "c"}, {"source": "c", "target": "c"},
                           {"source": "c", "target": "nobody"}]}"""));

        assertThat(drawing.lines())
                .extracting(line -> line.link().source() + line.link().target() + " "
                        + line.link().label())
                .containsExactlyInAnyOrder("ab hot, unsure", "ac error", "bc ");
    }

    @Test
    void positions_of_the_editor_are_kept_unless_they_cover_each_other() {
        Drawing kept = Diagram.of(definition("""
                {"nodes": [{"id": "a", "type": "data.transform", "position": {"x": 500, "y": 100}},
                           {"id": "b", "type": "data.transform", "position": {"x": 520, "y": 300}}],
                 "edges": [{"source": "a", "target": "b"}]}"""));
        Drawing covered = Diagram.of(definition("""
                {"nodes": [{"id": "a", "type": "data.transform", "position": {"x": 500, "y": 100}},
                           {"id": "b", "type": "data.transform", "position": {"x": 520, "y": 120}}],
                 "edges": [{"source": "a", "target": "b"}]}"""));

        assertThat(kept.cards().getFirst().box()).isEqualTo(new Box(0, 0, 208, 78));
        assertThat(kept.cards().getLast().box()).isEqualTo(new Box(20, 200, 208, 78));
        assertThat(kept.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.down()).isTrue());
        assertThat(covered.cards().getLast().box().x()).isGreaterThan(208);
    }

    @Test
    void lines_leave_at_the_right_where_they_can_however_far_steps_stand_apart_from_top_to_bottom() {
        Drawing drawing = Diagram.of(definition("""
                {"nodes": [{"id": "a", "type": "data.transform", "position": {"x": 0, "y": 0}},
                           {"id": "b", "type": "data.transform", "position": {"x": 280, "y": 900}}],
                 "edges": [{"source": "a", "target": "b"}]}"""));

        assertThat(drawing.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.down()).isFalse());
    }

    @Test
    void circles_of_steps_and_of_containers_are_drawn_all_the_same() {
        Drawing drawing = Diagram.of(definition("""
                {"nodes": [{"id": "a", "type": "flow.scope", "parent": "b"}, {"id": "b", "type": "flow.scope", "parent": "a"},
                           {"id": "c", "type": "data.transform"}, {"id": "d", "type": "data.transform"},
                           {"id": "d", "type": "data.transform"}, {"id": "e", "type": "x", "parent": "nobody"}, 5,
                           {"id": "", "type": "x", "name": "f"}],
                 "edges": [{"source": "c", "target": "d"}, {"source": "d", "target": "c"}]}"""));

        assertThat(names(drawing)).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
    }

    @Test
    void a_long_chain_takes_neither_the_stack_nor_long() {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int index = 0; index < 5000; index++) {
            nodes.add(Map.of("id", "n" + index, "type", "data.transform"));
            edges.add(Map.of("source", "n" + index, "target", "n" + (index + 1)));
            edges.add(Map.of("source", "n0", "target", "n" + index));
        }

        assertThat(Diagram.of(Map.of("nodes", nodes, "edges", edges)).cards()).hasSize(5000);
    }

    @Test
    void text_is_shown_as_text_and_cut_where_it_is_too_long() throws Exception {
        String name =
                "<script>alert(1)</script> & \\\"so on\\\" \\u0000\\u0007\\ud800 and so on and so on and so on and so on";
        String image = Svg.of("A \u0001 & <b>", Diagram.of(definition("""
                {"nodes": [{"id": "a", "type": "data.transform", "name": "%s"}], "edges": []}""".formatted(name))));

        Element svg = read(image);
        assertThat(image).doesNotContain("<script").contains("…</text>");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A   & <b>");
        assertThat(svg.getElementsByTagName("title").item(1).getTextContent())
                .startsWith("<script>alert(1)</script> & \"so on\"");
    }

    @Test
    void an_image_needs_nothing_from_elsewhere() {
        String image = Svg.of("x", Diagram.of(Map.of()));

        assertThat(image)
                .contains("There are no steps yet.")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("href", "url(http", "@import", "<foreignObject");
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static boolean inside(Box inner, Box outer) {
        double hair = 0.001;
        return inner.x() >= outer.x() - hair
                && inner.y() >= outer.y() - hair
                && inner.right() <= outer.right() + hair
                && inner.bottom() <= outer.bottom() + hair;
    }

    private static List<String> names(Drawing drawing) {
        return Stream.concat(drawing.frames().stream(), drawing.cards().stream())
                .map(placed -> placed.step().name())
                .toList();
    }

    private static Map<String, Object> definition(String json) {
        return ContractJson.events().readValue(json, new TypeReference<>() {});
    }

    private static Element read(String image) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(image)));
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        return document.getDocumentElement();
    }
}
