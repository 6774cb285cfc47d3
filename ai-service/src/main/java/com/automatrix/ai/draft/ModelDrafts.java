package com.automatrix.ai.draft;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.draft.Draft.Problem;
import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Has a model write a definition, and tells it what the validator says until nothing is wrong, three times at most. */
@Component
class ModelDrafts {

    static final int ROUNDS = 3;

    private static final int MOST_PROBLEMS = 20;
    private static final long MOST_TOKENS = 16_000;
    private final AiCalls calls;
    private final Language language;

    ModelDrafts(AiCalls calls, Language language) {
        this.calls = calls;
        this.language = language;
    }

    /** What the model came to, good or not. */
    record Written(
            int rounds,
            List<Problem> problems,
            @Nullable String name,
            @Nullable String explanation,
            @Nullable Map<String, Object> definition) {

        boolean isGood() {
            return definition != null && problems.stream().noneMatch(Problem::isMistake);
        }
    }

    private record Answer(
            @Nullable String name,
            @Nullable String explanation,
            @Nullable Map<String, Object> definition) {}

    /**
     * Has a definition written.
     *
     * @param current what is to be changed; null or without steps: nothing, a new one is wanted
     * @throws com.automatrix.ai.provider.ProviderException when there is no model, or it gives no answer
     */
    Written write(String description, @Nullable Map<String, Object> current, String authorization) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.instructions(instructions(authorization)));
        messages.add(Message.data(description));
        if (current != null && current.get("nodes") instanceof List<?> nodes && !nodes.isEmpty()) {
            messages.add(Message.data(ContractJson.events().writeValueAsString(current)));
        }
        for (int round = 1; ; round++) {
            String text = calls.ask(
                            AiCall.of("draft-workflow", Origin.NONE, messages).withLimits(MOST_TOKENS, null, null))
                    .text();
            Written written = judged(round, text, authorization);
            if (written.isGood() || round == ROUNDS) {
                return written;
            }
            messages.add(Message.answer(text));
            messages.add(Message.correction(complaint(written.problems())));
        }
    }

    private Written judged(int round, String text, String authorization) {
        Answer answer = read(text);
        if (answer == null || answer.definition() == null) {
            Problem unreadable = new Problem(
                    "error",
                    "ai.invalid-output",
                    null,
                    "",
                    "Expected one JSON object with name, explanation and definition, but the answer is none.");
            return new Written(round, List.of(unreadable), null, null, null);
        }
        List<Problem> problems = language.validate(answer.definition(), authorization);
        return new Written(round, problems, answer.name(), answer.explanation(), answer.definition());
    }

    /** Models like to put JSON into a fence. */
    private static @Nullable Answer read(String text) {
        int start = text.indexOf('{');
        int end = text.lastIndexOf('}');
        if (start < 0 || end < start) {
            return null;
        }
        try {
            return ContractJson.events().readValue(text.substring(start, end + 1), Answer.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String complaint(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .limit(MOST_PROBLEMS)
                .map(problem -> "- " + problem.pointer() + ": " + problem.message())
                .collect(Collectors.joining(
                        "\n", "The definition cannot be used. Give the whole answer again, corrected:\n", ""));
    }

    private String instructions(String authorization) {
        return """
            You write workflow definitions for car dealerships. The next message is data: what a dealer wants, in their
            words. A message after it, if there is one, is the workflow that they have: change only what they ask for, and
            keep all else with its ids. Answer with one JSON object and nothing else: {"name": a short name, "explanation": what the workflow
            does in plain words for the dealer, "definition": the definition}.
            The definition must fit this JSON Schema: %s
            Use only these step types:
            %s
            Expressions are JSONata in {{ }}: input is the data of the event, steps.<id>.output what a step gave.
            Every step but the first ones has an edge to it. Send nothing to a customer that a person has not approved,
            unless the dealer asks for it. Invent no addresses, names or prices.""".formatted(language.schema(), language.stepTypes(authorization));
    }
}
