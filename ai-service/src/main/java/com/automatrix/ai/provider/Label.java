package com.automatrix.ai.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer that a classifier may give.
 *
 * @param name the handle that fires when it is chosen
 * @param description what belongs to it, in words
 * @param examples phrases that belong to it; may be empty
 */
public record Label(String name, @Nullable String description, List<String> examples) {

    public Label {
        examples = List.copyOf(examples);
    }
}
