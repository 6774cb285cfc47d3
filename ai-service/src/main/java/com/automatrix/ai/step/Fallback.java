package com.automatrix.ai.step;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done when the model of a step does not help.
 *
 * @param models who is asked instead, in this order
 * @param text what is said when nobody helps; null: the step fails, and its error path can give it to a person
 */
record Fallback(@Nullable List<String> models, @Nullable String text) {

    Fallback {
        models = models == null ? null : List.copyOf(models);
    }

    static final Fallback NONE = new Fallback(null, null);

    List<String> chain() {
        return models == null ? List.of() : models;
    }
}
