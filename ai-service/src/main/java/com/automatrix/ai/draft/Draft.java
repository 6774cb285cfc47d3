package com.automatrix.ai.draft;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A definition that nobody has saved yet.
 *
 * @param basis {@code model}: written by a model; {@code template}: the nearest template with what could be guessed
 * @param explanation what it does, in plain words
 * @param problems what the validator says of it; of errors only what is to be set up first, such as a credential
 * @param rounds how often a model was asked; 0 for a template
 * @param template what it was made from; null when a model wrote it
 * @param parameters of the template that were guessed from the words
 * @param alternatives the other templates that are near
 * @param notes what a person should know, such as why no model wrote it
 */
record Draft(
        String basis,
        String name,
        Map<String, Object> definition,
        String explanation,
        List<Problem> problems,
        int rounds,
        @Nullable NearTemplate template,
        List<Guess> parameters,
        List<NearTemplate> alternatives,
        List<String> notes) {

    private static final String CREDENTIAL_UNKNOWN = "credential.unknown";

    Draft {
        problems = List.copyOf(problems);
        parameters = List.copyOf(parameters);
        alternatives = List.copyOf(alternatives);
        notes = List.copyOf(notes);
    }

    /** One thing that the validator says. */
    record Problem(String severity, String code, @Nullable String nodeId, String pointer, String message) {

        boolean isError() {
            return severity.equalsIgnoreCase("error");
        }

        /** Whether the definition itself is wrong: a credential that nobody has added yet can still be added. */
        boolean isMistake() {
            return isError() && !code.equals(CREDENTIAL_UNKNOWN);
        }
    }

    /** @param score how near it is, from 0 to 1, all templates together 1 */
    record NearTemplate(String slug, String name, String summary, double score) {}

    /** @param words the part of the description that it was taken from */
    record Guess(String name, String title, Object value, String words) {}
}
