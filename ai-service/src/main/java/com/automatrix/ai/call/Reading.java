package com.automatrix.ai.call;

import com.automatrix.ai.call.AnswerCheck.Verdict;
import com.automatrix.ai.call.Privacy.Guarded;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads what a model answered: puts personal data back, and says what is wrong with it. */
final class Reading {

    private static final Pattern FENCED = Pattern.compile("(?s)\\s*```(?:json)?\\s*(.*?)\\s*```\\s*");

    private final SchemaCheck schemas = new SchemaCheck();

    /**
     * An answer with personal data in place.
     *
     * @param reason what is wrong, for the error, as the end of a sentence: without personal data
     */
    record Read(String text, @Nullable Object json, Verdict verdict, String reason) {

        boolean isGood() {
            return verdict.violations().isEmpty();
        }
    }

    Read read(AiCall call, Guarded guarded, String answer) {
        return call.schema() == null
                ? checked(call, guarded, guarded.restore(answer), null)
                : readJson(call, call.schema(), guarded, answer);
    }

    private Read readJson(AiCall call, Map<String, Object> schema, Guarded guarded, String answer) {
        Object json;
        try {
            json = restored(ContractJson.events().readValue(withoutFence(answer), Object.class), guarded);
        } catch (JacksonException e) {
            String sentence = "Expected one JSON document and nothing else, but the answer is not JSON.";
            return new Read(answer, null, new Verdict("ai.not-json", List.of(sentence)), "it is not JSON.");
        }
        var violations = schemas.value(schema, json);
        if (violations.isEmpty()) {
            return checked(call, guarded, ContractJson.events().writeValueAsString(json), json);
        }
        var sentences = violations.stream()
                .map(violation ->
                        (violation.pointer().isEmpty() ? "/" : violation.pointer()) + ": " + violation.message())
                .toList();
        // A sentence may repeat a value; what is logged and shown names the place and the rule alone.
        String reason = violations.stream()
                .map(violation -> (violation.pointer().isEmpty() ? "/" : violation.pointer()) + " " + violation.code())
                .limit(5)
                .collect(Collectors.joining(", ", "it does not fit the schema at ", "."));
        return new Read(answer, json, new Verdict("ai.invalid-output", sentences), reason);
    }

    private static Read checked(AiCall call, Guarded guarded, String text, @Nullable Object json) {
        Verdict verdict = call.check().judge(text, json);
        return new Read(
                text, json, verdict, guarded.hide("it breaks a rule. " + String.join(" ", verdict.violations())));
    }

    /** Models without structured output like to put JSON into a block of Markdown. */
    private static String withoutFence(String answer) {
        Matcher fenced = FENCED.matcher(answer);
        return fenced.matches() ? fenced.group(1) : answer;
    }

    private static @Nullable Object restored(@Nullable Object json, Guarded guarded) {
        return switch (json) {
            case String text -> guarded.restore(text);
            case List<?> list ->
                list.stream().map(item -> restored(item, guarded)).collect(Collectors.toCollection(ArrayList::new));
            case Map<?, ?> object -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                object.forEach((key, value) -> copy.put(String.valueOf(key), restored(value, guarded)));
                yield copy;
            }
            case null, default -> json;
        };
    }
}
