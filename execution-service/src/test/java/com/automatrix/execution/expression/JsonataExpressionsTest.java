package com.automatrix.execution.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonataExpressionsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.008Z");

    private final JsonataExpressions expressions = new JsonataExpressions();

    private final Map<String, Object> input = new LinkedHashMap<>(Map.of(
            "name",
            "Ada",
            "age",
            36,
            "price",
            19.5,
            "tags",
            new ArrayList<>(List.of("a", "b")),
            "none",
            new ArrayList<>(),
            "person",
            Map.of("emails", List.of(Map.of("value", "ada@example.org")))));

    @Test
    void a_string_that_is_exactly_one_expression_keeps_its_json_type() {
        assertThat(evaluate("{{ input.age }}")).isEqualTo(36);
        assertThat(evaluate("{{ input.price }}")).isEqualTo(19.5);
        assertThat(evaluate("{{ input.age > 30 }}")).isEqualTo(true);
        assertThat(evaluate("{{ input.tags }}")).isEqualTo(List.of("a", "b"));
        assertThat(evaluate("{{ input.person }}"))
                .isEqualTo(Map.of("emails", List.of(Map.of("value", "ada@example.org"))));
        assertThat(evaluate("{{ input.missing }}")).isNull();
        assertThat(evaluate("{{ null }}")).isNull();
    }

    @Test
    void any_other_string_is_text_with_the_results_put_in() {
        assertThat(evaluate("Dear {{ input.name }}, you are {{ input.age }}{{ input.missing }}."))
                .isEqualTo("Dear Ada, you are 36.");
        assertThat(evaluate("{{ input.tags }}!")).isEqualTo("[\"a\",\"b\"]!");
        assertThat(evaluate("no expression")).isEqualTo("no expression");
        assertThat(evaluate("{{ input.price * 2 }} EUR")).isEqualTo("39 EUR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0001',
            value = {
                "{{ {\"a\": {\"b\": input.age}}.a.b }}¦36",
                "{{ \"}}\" & input.name }}¦}}Ada",
                "{{ '}}' }}¦}}",
                "{{ /* }} */ input.name }}¦Ada",
                "{{ \"a\\\"}}\" }}¦a\"}}",
                "{{ $replace(input.name, /[}]{1,2}|A/, '}}') }}¦}}da",
                "{{ input.age / 2 / 3 }}¦6",
                "{{ $contains(input.name, /^AD/i) }}¦true",
                "{{ $contains('a/b', /a\\/b/) }}¦true",
                "{{ ($r := /d(a)/; $match(input.name, $r).groups[0]) }}¦a",
                "{{ /d/(input.name).start }}¦1",
                "{{ ('x-y' ~> /-/).end }}¦2"
            })
    void strings_comments_braces_and_regular_expressions_do_not_end_an_expression(String template, String expected) {
        assertThat(String.valueOf(evaluate(template))).isEqualTo(expected);
    }

    @Test
    void a_config_is_resolved_all_the_way_down_and_its_keys_stay() {
        Object tree = Map.of("{{ key }}", List.of("{{ input.age }}", 1, Map.of("x", "{{ input.name }}")));

        assertThat(expressions.resolve(tree, scope()))
                .isEqualTo(Map.of("{{ key }}", List.of(36, 1, Map.of("x", "Ada"))));
    }

    @Test
    void the_time_is_that_of_the_input() {
        assertThat(evaluate("{{ $now() }}")).isEqualTo("2026-03-04T05:06:07.008Z");
        assertThat(evaluate("{{ $now('[Y0001]-[M01]') }}")).isEqualTo("2026-03");
        assertThat(evaluate("{{ $millis() }}")).isEqualTo(NOW.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$random()", "$shuffle([1,2,3])", "$eval('1+1')"})
    void functions_that_could_answer_differently_are_refused(String expression) {
        assertFails("expression.function-refused", () -> evaluate("{{ " + expression + " }}"));
    }

    @Test
    void an_endless_expression_is_stopped_by_time() {
        JsonataExpressions impatient = impatient(Duration.ofMillis(100));
        long startedAt = System.nanoTime();

        assertFails(
                "expression.timeout",
                () -> impatient.evaluate("{{ ($f := function($n) { $f($n + 1) }; $f(0)) }}", scope()));

        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void the_time_is_shared_by_all_expressions_of_a_config() {
        JsonataExpressions impatient = impatient(Duration.ofMillis(60));
        List<String> many = IntStream.range(0, 10_000)
                .mapToObj(i -> "{{ $sum($map([1..1000], function($x) { $x * 2 })) + " + i + " }}")
                .toList();

        assertFails("expression.timeout", () -> impatient.resolve(many, scope()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n) { 1 + $f($n) }; $f(0))",
                "($f := function($n) { $n = 0 ? [] : [$f($n - 1)] }; $f(100000))"
            })
    void a_deep_recursion_is_stopped_by_depth(String expression) {
        assertFails("expression.too-deep", () -> evaluate("{{ " + expression + " }}"));
    }

    @Test
    void an_expression_nested_too_deep_to_be_read_is_refused() {
        assertFails("expression.too-deep", () -> evaluate("{{ " + "(".repeat(8_000) + "1" + ")".repeat(8_000) + " }}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1..10000000]",
                "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; $length($d('ab', 40)))",
                "($d := function($s, $n) { $n = 0 ? $s : $d([[$s], [$s]], $n - 1) }; $string($d('ab', 60)))",
                "($x := [1..3000]; $x.$x)",
                "$length($pad('x', 2000000000))",
                "($s := $pad('x', 100000, 'x'); $length($replace($s, 'x', $s)))",
                "($s := $pad('x', 100000, 'x'); $length($replace($s, /x/, $s)))",
                "($s := $pad('x', 100000, 'x'); $length($join([1..1000].('a'), $s)))"
            })
    void a_value_that_would_fill_the_memory_is_refused_on_the_way(String expression) {
        assertFails("expression.too-large", () -> evaluate("{{ " + expression + " }}"));
    }

    @Test
    void a_value_larger_than_a_step_may_hold_is_refused() {
        assertFails("expression.output-too-large", () -> evaluate("{{ $pad('x', 300000) }}"));
    }

    @Test
    void a_regular_expression_that_backtracks_for_ever_elsewhere_comes_back_at_once() {
        Object matches = evaluate("{{ $contains($pad('a', 5000, 'a') & '!', /^(a+)+$/) }}");

        assertThat(matches).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$contains('a', /(?=a)/)",
                "$contains('a', /((a{100}){100}){100}/)",
                "$match('a', /x*/)[0] & $replace('a', /x*/, '')"
            })
    void a_regular_expression_that_re2_cannot_run_is_refused(String expression) {
        assertFails("expression.regex", () -> evaluate("{{ " + expression + " }}"));
    }

    @Test
    void the_guard_cannot_be_switched_off_by_binding_its_name() {
        assertFails("expression.syntax", () -> evaluate("{{ ($__evaluate_entry := nothing; 1) }}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ input.", "{{ 1 + }}", "{{ 'a }}", "{{ ( }}", "{{ /a }}", "{{ `a }}", "{{ }}"})
    void what_does_not_parse_is_a_syntax_error(String template) {
        assertFails("expression.syntax", () -> evaluate(template));
        assertThat(expressions.problems(template)).hasSize(1);
    }

    @Test
    void what_parses_has_no_problems() {
        assertThat(expressions.problems("{{ input.a }} and {{ $count(input.b) }}"))
                .isEmpty();
        assertThat(expressions.problems("no expression")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ [1, {'a': 2}][1].a }}", "{{ false or [1, {'a': 2}][1].a }}"})
    void what_the_library_does_not_foresee_fails_with_a_sentence(String template) {
        assertThatThrownBy(() -> evaluate(template))
                .isInstanceOf(ExpressionFailed.class)
                .hasMessageStartingWith("Expected values of the types that the operators");
    }

    @Test
    void an_error_of_the_expression_fails_with_its_message() {
        assertThatThrownBy(() -> evaluate("{{ 1 + 'a' }}"))
                .isInstanceOfSatisfying(
                        ExpressionFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo("expression.failed"))
                .hasMessageContaining("must evaluate to a number");
        assertFails("expression.failed", () -> evaluate("{{ $error('no') }}"));
        assertFails("expression.failed", () -> evaluate("{{ $fromMillis(0, '[Y,*-999999999]') }}"));
        assertFails("expression.not-json", () -> evaluate("{{ $sum }}"));
    }

    @Test
    void functions_with_bounds_answer_as_jsonata_does() {
        assertThat(evaluate("{{ $pad('foo', 5) & '|' }}")).isEqualTo("foo  |");
        assertThat(evaluate("{{ $pad('foo', -6, '#x') }}")).isEqualTo("#x#foo");
        assertThat(evaluate("{{ $join(['a','b'], '-') }}")).isEqualTo("a-b");
        assertThat(evaluate("{{ $split('a, b,c', /,\\s*/) }}")).isEqualTo(List.of("a", "b", "c"));
        assertThat(evaluate("{{ $split('a-b-c', '-', 2) }}")).isEqualTo(List.of("a", "b"));
        assertThat(evaluate("{{ $replace('John Smith', /(\\w+) (\\w+)/, '$2, $1 $$9') }}"))
                .isEqualTo("Smith, John $9");
        assertThat(evaluate("{{ $replace('a.b.c', '.', '-', 1) }}")).isEqualTo("a-b.c");
        assertThat(evaluate("{{ $replace('abc', /b/, function($m) { $uppercase($m.match) }) }}"))
                .isEqualTo("aBc");
        assertThat(evaluate("{{ $match('ab ac', /a(.)/).groups }}")).isEqualTo(List.of("b", "c"));
        assertThat(evaluate("{{ $round(2.455, 2) }}")).isEqualTo(2.46);
        assertThat(evaluate("{{ $map(['b','a'], $replace(?, 'a', 'c')) }}")).isEqualTo(List.of("b", "c"));
        assertThat(evaluate("{{ $toMillis('1970-01-01T00:00:01Z') }}")).isEqualTo(1000);
        assertThat(evaluate("{{ $formatInteger(12345, '#,##0') }}")).isEqualTo("12,345");
        assertThat(evaluate("{{ $fromMillis(0, '[D01].[M01].[Y0001]') }}")).isEqualTo("01.01.1970");
    }

    @Test
    void the_data_an_expression_sees_stays_as_it_is() {
        evaluate("{{ (input.none){ 'a': 1 } }}");
        evaluate("{{ ($x := input.none; $x{ 'a': 1 }) }}");

        assertThat(input.get("none")).isEqualTo(List.of());
        assertThat(input.get("tags")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void text_of_postgresql_never_holds_a_null_character() {
        assertThat(evaluate("{{ 'a\\u0000b' }}")).isEqualTo("ab");
    }

    @Test
    void truth_is_that_of_jsonata() {
        assertThat(List.of("", 0, false, List.of(), Map.of(), List.of(0))).noneMatch(expressions::isTrue);
        assertThat(Arrays.asList("x", 1, true, List.of(1), Map.of("a", 1))).allMatch(expressions::isTrue);
        assertThat(expressions.isTrue(null)).isFalse();
    }

    @Test
    void parsed_templates_are_kept_within_a_bound() {
        IntStream.range(0, 2_500).forEach(i -> evaluate("{{ input.age + " + i + " }}"));

        assertThat(expressions.keptTemplates()).isEqualTo(2_000);
    }

    @Test
    void threads_share_a_parsed_expression_without_mixing_their_data() throws Exception {
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Scope scope = new Scope(new HashMap<>(Map.of("input", Map.of("n", i))), NOW.plusMillis(i));
            calls.add(
                    () -> expressions.evaluate("{{ $map([1,2], function($x) { $x * input.n + $millis() }) }}", scope));
        }

        List<Object> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }

        long millis = NOW.toEpochMilli();
        assertThat(results)
                .isEqualTo(IntStream.range(0, 400)
                        .mapToObj(i -> (Object) List.of(millis + 2L * i, millis + 3L * i))
                        .toList());
    }

    private static JsonataExpressions impatient(Duration time) {
        ExpressionLimits standard = ExpressionLimits.STANDARD;
        return new JsonataExpressions(new ExpressionLimits(
                time, standard.depth(), standard.outputChars(), standard.workingSize(), standard.sourceChars()));
    }

    private @Nullable Object evaluate(String template) {
        return expressions.evaluate(template, scope());
    }

    private Scope scope() {
        return new Scope(new LinkedHashMap<>(Map.of("input", input)), NOW);
    }

    private static void assertFails(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ExpressionFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(code));
    }
}
