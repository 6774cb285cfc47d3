package com.automatrix.ai.draft;

import com.automatrix.ai.draft.Draft.Problem;
import com.automatrix.ai.draft.ModelDrafts.Written;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.platform.problem.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a draft: by a model if there is one that can, else from the nearest template. Saves nothing. */
@Component
class Drafts {

    private static final Logger log = LoggerFactory.getLogger(Drafts.class);

    private final ModelDrafts models;
    private final TemplateDrafts templates;
    private final Language language;

    Drafts(ModelDrafts models, TemplateDrafts templates, Language language) {
        this.models = models;
        this.templates = templates;
        this.language = language;
    }

    /**
     * Makes a draft without any mistake.
     *
     * @param current what is to be changed; null or without steps: nothing, a new one is wanted
     * @param authorization the caller's own {@code Authorization} header
     */
    Draft of(String description, @Nullable Map<String, Object> current, String authorization) {
        List<String> notes = new ArrayList<>();
        try {
            Written written = models.write(description, current, authorization);
            if (written.isGood() && written.definition() != null) {
                return byModel(written);
            }
            notes.add("A model has tried %d times, but its draft still had %d errors; the first: %s"
                    .formatted(
                            written.rounds(),
                            written.problems().stream()
                                    .filter(Problem::isMistake)
                                    .count(),
                            written.problems().stream()
                                    .filter(Problem::isMistake)
                                    .findFirst()
                                    .map(Problem::message)
                                    .orElse("")));
        } catch (ProviderException e) {
            log.debug("no draft by a model because={}", e.code());
            notes.add(e.sentence());
        }
        return byTemplate(description, notes, authorization);
    }

    private static Draft byModel(Written written) {
        var definition = Objects.requireNonNull(written.definition());
        return new Draft(
                "model",
                Objects.requireNonNullElse(written.name(), "Draft"),
                definition,
                Objects.requireNonNullElseGet(written.explanation(), () -> DefinitionWords.of(definition)),
                written.problems(),
                written.rounds(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    private Draft byTemplate(String description, List<String> notes, String authorization) {
        TemplateDrafts.Found found = templates.nearest(description, authorization);
        List<Problem> problems = language.validate(found.definition(), authorization);
        if (problems.stream().anyMatch(Problem::isMistake)) {
            throw new Conflict(
                    "ai.no-draft",
                    "Expected a draft without errors, but neither a model nor the template %s gives one."
                            .formatted(found.template().slug()));
        }
        notes.add("This is the nearest template, not a workflow written for these words: check every step.");
        return new Draft(
                "template",
                found.template().name(),
                found.definition(),
                found.template().summary() + " " + DefinitionWords.of(found.definition()),
                problems,
                0,
                found.template(),
                found.guesses(),
                found.others(),
                notes);
    }
}
