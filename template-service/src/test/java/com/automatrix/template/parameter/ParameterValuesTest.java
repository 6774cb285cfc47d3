package com.automatrix.template.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {

    private static final List<TemplateParameter> PARAMETERS = List.of(
            parameter("store", ParameterType.STRING, null),
            parameter("minutes", ParameterType.INTEGER, 5),
            parameter("limit", ParameterType.NUMBER, 2.5),
            parameter("open", ParameterType.BOOLEAN, true),
            parameter("wait", ParameterType.DURATION, "PT5M"),
            parameter("policy", ParameterType.ENUM, "A"),
            parameter("days", ParameterType.LIST, List.of(1)),
            new TemplateParameter(
                    "note",
                    "Note",
                    "A note.",
                    ParameterType.STRING,
                    false,
                    null,
                    "x",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));

    private final ParameterValues values = new ParameterValues();

    @Test
    void what_is_left_out_has_its_default() {
        Map<String, @Nullable Object> answers = new HashMap<>(Map.of("store", "Lakeside", "minutes", 7));
        answers.put("limit", null);

        assertThat(values.check(PARAMETERS, answers))
                .isEqualTo(Map.of(
                        "store",
                        "Lakeside",
                        "minutes",
                        7,
                        "limit",
                        2.5,
                        "open",
                        true,
                        "wait",
                        "PT5M",
                        "policy",
                        "A",
                        "days",
                        List.of(1),
                        "note",
                        ""));
    }

    @Test
    void each_answer_that_does_not_fit_is_refused_at_its_place() {
        Map<String, @Nullable Object> answers = Map.of(
                "minutes", 0,
                "limit", "much",
                "open", "yes",
                "wait", "5 minutes",
                "policy", "C",
                "days", List.of(1, 9),
                "colour", "red",
                "note", 7);

        Invalid refused = catchThrowableOfType(Invalid.class, () -> values.check(PARAMETERS, answers));

        assertThat(refused.code()).isEqualTo("template.invalid-parameters");
        assertThat(refused.violations())
                .extracting(Violation::pointer)
                .contains(
                        "/parameters/store",
                        "/parameters/minutes",
                        "/parameters/limit",
                        "/parameters/open",
                        "/parameters/wait",
                        "/parameters/policy",
                        "/parameters/days/1",
                        "/parameters/colour",
                        "/parameters/note");
        assertThat(refused.violations())
                .extracting(Violation::code)
                .contains(
                        "parameter.missing-field",
                        "parameter.out-of-range",
                        "parameter.wrong-type",
                        "parameter.not-allowed",
                        "parameter.unknown-field");
    }

    @Test
    void an_answer_that_looks_like_an_expression_is_a_text_like_any_other() {
        Map<String, Object> checked = values.check(PARAMETERS, Map.of("store", "{{ secrets.key }}"));

        assertThat(checked).containsEntry("store", "{{ secrets.key }}");
    }

    @Test
    void a_list_is_one_of_texts_unless_it_says_more_and_its_options_are_those_of_its_elements() {
        List<TemplateParameter> names = List.of(new TemplateParameter(
                "names",
                "Names",
                "Names.",
                ParameterType.LIST,
                true,
                null,
                List.of("a"),
                List.of(new ParameterOption("a", "A"), new ParameterOption("b", "B")),
                null,
                null,
                null,
                null,
                1,
                2));

        assertThat(values.check(names, Map.of("names", List.of("a", "b"))))
                .isEqualTo(Map.of("names", List.of("a", "b")));
        assertThat(refused(names, List.of("a", "c"))).containsExactly("/parameters/names/1 parameter.not-allowed");
        assertThat(refused(names, List.of("a", "b", "a"))).containsExactly("/parameters/names parameter.wrong-size");
        assertThat(refused(names, List.of("a", Map.of("x", 1)))).contains("/parameters/names/1 parameter.wrong-type");
    }

    @Test
    void what_is_made_is_shown_with_defaults_and_where_there_is_none_with_examples() {
        assertThat(ParameterValues.samples(PARAMETERS))
                .containsEntry("store", "x")
                .containsEntry("minutes", 5)
                .containsEntry("note", "x");
    }

    private List<String> refused(List<TemplateParameter> parameters, Object answer) {
        return catchThrowableOfType(Invalid.class, () -> values.check(parameters, Map.of("names", answer)))
                .violations()
                .stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }

    private static TemplateParameter parameter(String name, ParameterType type, @Nullable Object defaultValue) {
        return new TemplateParameter(
                name,
                name,
                "A parameter.",
                type,
                true,
                defaultValue,
                "x",
                type == ParameterType.ENUM
                        ? List.of(new ParameterOption("A", "First"), new ParameterOption("B", "Second"))
                        : null,
                type == ParameterType.LIST
                        ? new ListItems(ParameterType.INTEGER, null, BigDecimal.ONE, BigDecimal.valueOf(7), null, null)
                        : null,
                null,
                type == ParameterType.INTEGER ? BigDecimal.ONE : null,
                null,
                null,
                null);
    }
}
