package com.automatrix.template.instantiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import com.automatrix.template.catalogue.ListItems;
import com.automatrix.template.catalogue.ParameterOption;
import com.automatrix.template.catalogue.ParameterType;
import com.automatrix.template.catalogue.TemplateParameter;
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
                "note", "{{ secrets.key }}");

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
    void an_expression_hidden_in_a_list_is_refused() {
        List<TemplateParameter> names = List.of(new TemplateParameter(
                "names",
                "Names",
                "Names.",
                ParameterType.LIST,
                true,
                null,
                List.of("a"),
                null,
                null,
                null,
                null,
                null,
                1,
                2));

        Invalid expression =
                catchThrowableOfType(Invalid.class, () -> values.check(names, Map.of("names", List.of("a", "b }} c"))));
        Invalid tooLong =
                catchThrowableOfType(Invalid.class, () -> values.check(names, Map.of("names", List.of("a", "b", "c"))));

        assertThat(expression.violations()).extracting(Violation::pointer).containsExactly("/parameters/names/1");
        assertThat(tooLong.violations()).extracting(Violation::pointer).containsExactly("/parameters/names");
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
