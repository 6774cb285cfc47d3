package com.automatrix.ai.explain;

import java.util.Map;

/** What a person can do about an error, by its code. */
final class Advice {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry(
                    "ai.not-configured",
                    "Give ai-service a provider (OPENAI_API_KEY or OPENAI_BASE_URL), or choose a step that the local model can do."),
            Map.entry("ai.unauthorized", "Check the key of the AI provider: it was refused."),
            Map.entry("ai.rate-limited", "Wait and run it again, or raise the limit at the AI provider."),
            Map.entry("ai.truncated", "Raise the longest answer of the step, or ask it for less."),
            Map.entry("ai.refused", "Change the instructions of the step: the model refused to answer."),
            Map.entry("ai.invalid-output", "Make the instructions of the step clearer, or choose another model."),
            Map.entry("ai.budget-exhausted", "Raise the budget in the settings, or wait until its period ends."),
            Map.entry("config.invalid", "Open the step in the editor and mend its settings."),
            Map.entry("credential.not-found", "Add the credential that the step names, in the settings."),
            Map.entry("credential.wrong-type", "Choose a credential of the kind that the step needs."),
            Map.entry("http.unauthorized", "Check the credential of the step: the other system refused it."),
            Map.entry("timeout", "Raise the time limit of the step, or find out why the other side is so slow."));

    private static final Map<String, String> BY_PREFIX = Map.of(
            "expression.", "Open the step in the editor and try its expressions with the input of this execution.",
            "http.", "Check the address and whether the other system answers; then run it again from this step.",
            "email.", "Check the mail server in the settings and the address of the recipient.",
            "sms.", "Check the phone number and the customer's consent.",
            "credential.", "Check the credential of the step in the settings.",
            "ai.", "Run it again from this step; if it happens often, add another model as its fallback.",
            "config.", "Open the step in the editor and mend its settings.");

    private Advice() {}

    static String of(String code, boolean retryable) {
        String known = BY_CODE.get(code);
        if (known != null) {
            return known;
        }
        return BY_PREFIX.entrySet().stream()
                .filter(prefix -> code.startsWith(prefix.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(
                        retryable
                                ? "The cause may have passed: run it again from this step."
                                : "Look at the step's input and settings, mend what the message names, and run it again.");
    }
}
