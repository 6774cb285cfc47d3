package com.automatrix.execution.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.Http;
import com.automatrix.execution.RunningService;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class EvaluateIT {

    private static final String EVALUATE = "/api/expressions/evaluate";

    @LocalServerPort
    private int port;

    private Http builder;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            input.name              | string  | "Ada"
            input.age * 2           | number  | 72
            input.age > 30          | boolean | true
            input.tags              | array   | ["a","b"]
            {'a': {'b': input.age}} | object  | {"a":{"b":36}}
            steps.classify.output   | null    | null
            """)
    void an_expression_gives_its_value_and_the_type_of_it(String expression, String type, String value) {
        Http.Answer answer = evaluate(Map.of(
                "expression",
                expression,
                "context",
                Map.of("input", Map.of("name", "Ada", "age", 36, "tags", new String[] {"a", "b"}))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/type")).isEqualTo(type);
        assertThat(answer.json().at("/value").toString()).isEqualTo(value);
    }

    @Test
    void the_strings_of_a_template_are_evaluated() {
        Http.Answer answer = evaluate(Map.of(
                "template",
                Map.of("to", "{{ input.mail }}", "subject", "Hello {{ input.name }}", "tries", 3),
                "context",
                Map.of("input", Map.of("mail", "ada@example.test", "name", "Ada"))));

        assertThat(answer.text("/type")).isEqualTo("object");
        assertThat(answer.text("/value/to")).isEqualTo("ada@example.test");
        assertThat(answer.text("/value/subject")).isEqualTo("Hello Ada");
        assertThat(answer.json().at("/value/tries").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            input.age +          | expression.syntax
            'open                | expression.syntax
            1 }} and {{ 2        | expression.syntax
            input.name * 2       | expression.failed
            $random()            | expression.function-refused
            $string              | expression.not-json
            /(?=a)/              | expression.regex
            """)
    void an_expression_without_a_value_says_why(String expression, String code) {
        Http.Answer answer =
                evaluate(Map.of("expression", expression, "context", Map.of("input", Map.of("name", "Ada"))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/problem/code")).isEqualTo(code);
        assertThat(answer.text("/problem/message")).isNotEmpty();
    }

    @Test
    void a_problem_says_where_also_inside_a_text() {
        assertThat(evaluate(Map.of("expression", "1 + )"))
                        .json()
                        .at("/problem/position")
                        .asInt())
                .isBetween(4, 5);
        assertThat(evaluate(Map.of("template", "Hello {{ 1 + ) }}"))
                        .json()
                        .at("/problem/position")
                        .asInt())
                .isBetween(13, 14);
    }

    @Test
    void an_endless_expression_is_stopped() {
        Http.Answer answer = evaluate(Map.of("expression", "($f := function($n) { $f($n + 1) }; $f(1))"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/problem/code")).isIn("expression.timeout", "expression.too-deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "not json", "{\"expression\": \"1\", \"template\": \"2\"}"})
    void what_is_no_request_is_refused(String body) {
        assertThat(builder.post(EVALUATE, body).status()).isEqualTo(400);
    }

    @Test
    void only_builders_evaluate() {
        assertThat(Http.as("OPERATOR", port)
                        .post(EVALUATE, "{\"expression\": \"1\"}")
                        .status())
                .isEqualTo(403);
    }

    private Http.Answer evaluate(Map<String, Object> request) {
        return builder.post(EVALUATE, ContractJson.events().writeValueAsString(request));
    }
}
