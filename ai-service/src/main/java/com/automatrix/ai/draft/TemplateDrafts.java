package com.automatrix.ai.draft;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.draft.Draft.Guess;
import com.automatrix.ai.draft.Draft.NearTemplate;
import com.automatrix.ai.provider.Label;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.Task;
import com.automatrix.platform.gateway.Gateway;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the template that is nearest to what somebody wants, and fills in what their words tell. */
@Component
class TemplateDrafts {

    private static final int MOST_ALTERNATIVES = 3;

    private final AiCalls calls;
    private final Gateway gateway;

    TemplateDrafts(AiCalls calls, Gateway gateway) {
        this.calls = calls;
        this.gateway = gateway;
    }

    private record Templates(List<Template> items) {}

    private record Template(
            String slug,
            String name,
            String summary,
            String description,
            @Nullable List<ParameterGuesses.Parameter> parameters) {

        Label label() {
            return new Label(slug, null, List.of(name, summary, name + ". " + summary + " " + description));
        }
    }

    private record Values(Map<String, Object> parameters) {}

    private record Filled(Map<String, Object> definition) {}

    /** The nearest template, filled in. */
    record Found(
            NearTemplate template, Map<String, Object> definition, List<Guess> guesses, List<NearTemplate> others) {}

    /**
     * Finds the nearest template.
     *
     * @throws NotFound with {@code ai.no-template} when there are no templates
     */
    Found nearest(String description, String authorization) {
        List<Template> templates = gateway.get("/api/templates?limit=200", authorization, Templates.class)
                .items();
        if (templates.isEmpty()) {
            throw new NotFound("ai.no-template", "Expected a template to make a draft from, but there are none.");
        }
        Map<String, Double> scores = scores(description, templates);
        List<Template> sorted = templates.stream()
                .sorted(Comparator.comparingDouble((Template template) -> scores.getOrDefault(template.slug(), 0d))
                        .reversed())
                .toList();
        List<NearTemplate> near = sorted.stream()
                .limit(1 + MOST_ALTERNATIVES)
                .map(template -> new NearTemplate(
                        template.slug(), template.name(), template.summary(), scores.getOrDefault(template.slug(), 0d)))
                .toList();
        Template best = sorted.getFirst();
        List<Guess> guesses =
                ParameterGuesses.of(description, best.parameters() == null ? List.of() : best.parameters());
        return filled(best, guesses, near, authorization);
    }

    private Found filled(Template best, List<Guess> guesses, List<NearTemplate> near, String authorization) {
        List<NearTemplate> others = near.subList(1, near.size());
        try {
            return new Found(near.getFirst(), definition(best, guesses, authorization), guesses, others);
        } catch (Invalid _) {
            // A guess that the template does not accept is worse than its own default.
            return new Found(near.getFirst(), definition(best, List.of(), authorization), List.of(), others);
        }
    }

    private Map<String, Object> definition(Template template, List<Guess> guesses, String authorization) {
        Map<String, Object> values = guesses.stream().collect(Collectors.toMap(Guess::name, Guess::value));
        return gateway.post(
                        "/api/templates/" + template.slug() + "/preview",
                        new Values(values),
                        authorization,
                        Filled.class)
                .definition();
    }

    private Map<String, Double> scores(String description, List<Template> templates) {
        List<Label> labels = templates.stream().map(Template::label).toList();
        if (labels.size() == 1) {
            return Map.of(labels.getFirst().name(), 1d);
        }
        Object answer = calls.ask(AiCall.of("draft-workflow", Origin.NONE, List.of(Message.data(description)))
                        .withTask(new Task.Classify(labels))
                        .withSchema(Map.of("type", "object"))
                        .withModel(Provider.LOCAL))
                .json();
        Map<String, Double> scores = new HashMap<>();
        if (answer instanceof Map<?, ?> object && object.get("labels") instanceof List<?> found) {
            for (Object one : found) {
                if (one instanceof Map<?, ?> label && label.get("confidence") instanceof Number score) {
                    scores.put(String.valueOf(label.get("label")), score.doubleValue());
                }
            }
        }
        return scores;
    }
}
