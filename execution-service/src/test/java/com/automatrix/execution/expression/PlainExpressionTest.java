package com.automatrix.execution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.engine.ExpressionFailed;
import com.automatrix.execution.engine.Scope;
import com.dashjoin.jsonata.Jsonata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainExpressionTest {

    private static final Map<String, @Nullable Object> VALUES = values();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input.department = 'SERVICE' and $contains(input.callId, \"bench-7-\")",
                "input.amount >= 250 or (input.vip and $not(input.blocked))",
                "$lowercase(input.make) in ['ford', 'kia', null, 3.5]",
                "$exists(input.customer.email)",
                "input.customer.name",
                "null",
                "12",
            })
    void what_conditions_are_made_of_is_read(String expression) {
        assertThat(PlainParser.parse(expression)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input.items[0].price = 3",
                "input.name ~> $uppercase",
                "'it\\'s'",
                "$sum(input.items.price) > 3",
                "$now() > input.at",
                "input.a + 1",
                "input.*",
                "input.a = 1 = true",
                "input.`first name`",
                "-1",
                "input.a in input.b",
                "$contains(input.a)",
                "/* why */ input.a",
                "(input.a; input.b)",
                "('a').b",
                "input.and",
                "",
            })
    void anything_else_is_left_to_jsonata(String expression) {
        assertThat(PlainParser.parse(expression)).isEmpty();
    }

    @Test
    void a_chain_of_many_is_read_but_not_one_nested_too_deep() {
        assertThat(PlainParser.parse("input.a or ".repeat(300) + "input.b")).isPresent();
        assertThat(PlainParser.parse("(".repeat(60) + "input.a" + ")".repeat(60)))
                .isEmpty();
    }

    @Test
    void it_gives_what_jsonata_gives() {
        var random = new Random(20_261_127);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            var expression = condition(random, 3);

            var expected = byJsonata(expression);
            var parsed = PlainParser.parse(expression);

            assertThat(parsed).as(expression).isPresent();
            var value = valueOf(parsed.orElseThrow());
            if (value != NOT_PLAIN) {
                plain++;
                assertThat(value).as(expression).isEqualTo(expected);
            }
        }
        assertThat(plain).as("how many were answered without JSONata").isGreaterThan(8_000);
    }

    @Test
    void values_that_are_not_plain_are_answered_by_jsonata() {
        var expressions = new JsonataExpressions();
        var scope = new Scope(new LinkedHashMap<>(VALUES), Instant.EPOCH);

        assertThat(expressions.evaluate("{{ input.items.price = 3 }}", scope)).isEqualTo(false);
        assertThat(expressions.evaluate("{{ input.items.price }}", scope)).isEqualTo(List.of(3, 4));
        assertThat(expressions.evaluate("{{ input.customer }}", scope))
                .isEqualTo(Map.of("name", "Anna", "age", 41, "since", 2019.5));
        assertThat(expressions.evaluate("{{ $contains(input.missing, 'a') }}", scope))
                .isNull();
    }

    private static final Object NOT_PLAIN = new Object();

    private static @Nullable Object valueOf(PlainExpression expression) {
        try {
            return PlainJson.of(expression.evaluate(VALUES), ExpressionLimits.STANDARD);
        } catch (PlainExpression.NotPlain notPlain) {
            return NOT_PLAIN;
        }
    }

    private static @Nullable Object byJsonata(String expression) {
        try {
            var jsonata = Jsonata.jsonata(expression);
            jsonata.setValidateInput(false);
            jsonata.setOutputConvertNulls(false);
            return PlainJson.of(jsonata.evaluate(VALUES, jsonata.createFrame()), ExpressionLimits.STANDARD);
        } catch (ExpressionFailed tooLarge) {
            throw tooLarge;
        } catch (RuntimeException failed) {
            return failed.getClass();
        }
    }

    private static String condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return operand(random, depth);
        }
        return switch (random.nextInt(6)) {
            case 0 -> condition(random, depth - 1) + " and " + condition(random, depth - 1);
            case 1 -> condition(random, depth - 1) + " or " + condition(random, depth - 1);
            case 2 -> "(" + condition(random, depth - 1) + ")";
            case 3 -> operand(random, depth) + " in [" + literal(random) + ", " + literal(random) + "]";
            default ->
                operand(random, depth) + one(random, " = ", " != ", "<", " <= ", ">", ">=") + operand(random, depth);
        };
    }

    private static String operand(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0, 1, 2 -> path(random);
            case 3 -> literal(random);
            case 4 -> "$exists(" + path(random) + ")";
            case 5 -> "$not(" + condition(random, depth - 1) + ")";
            case 6 -> "$contains(" + path(random) + ", " + literal(random) + ")";
            default -> "$lowercase(" + path(random) + ")";
        };
    }

    private static String path(Random random) {
        return one(
                random,
                "input.text",
                "input.empty",
                "input.small",
                "input.large",
                "input.half",
                "input.zero",
                "input.yes",
                "input.no",
                "input.nothing",
                "input.missing",
                "input.missing.deeper",
                "input.text.deeper",
                "input.nothing.deeper",
                "input.items",
                "input.items.price",
                "input.customer",
                "input.customer.name",
                "input.customer.age",
                "input.customer.since",
                "unknown");
    }

    private static String literal(Random random) {
        return one(random, "'an'", "\"Anna\"", "''", "0", "3", "41", "2019.5", "3000000000", "true", "false", "null");
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static Map<String, @Nullable Object> values() {
        var input = new LinkedHashMap<String, @Nullable Object>();
        input.put("text", "an apple");
        input.put("empty", "");
        input.put("small", 3);
        input.put("large", 3_000_000_000L);
        input.put("half", 0.5);
        input.put("zero", 0);
        input.put("yes", true);
        input.put("no", false);
        input.put("nothing", null);
        input.put("items", new ArrayList<>(List.of(Map.of("price", 3), Map.of("price", 4))));
        input.put("customer", Map.of("name", "Anna", "age", 41, "since", 2019.5));
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("input", input);
        return values;
    }
}
