package com.automatrix.template.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the catalogue.
 *
 * @param q words that all have to be in a template's name, summary, description or tags
 * @param tag one of its tags
 */
record CatalogueSearch(@Nullable String q, @Nullable String tag) {

    private static final String NUL = "\0";

    CatalogueSearch {
        // PostgreSQL takes no NUL characters.
        q = q == null ? null : q.replace(NUL, "");
        tag = tag == null || tag.isBlank() ? null : tag.strip().replace(NUL, "");
    }

    /** One LIKE pattern a line for each of the words; a query calls it, hence public. */
    public String patterns() {
        String words = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(words.split("\\s+"))
                .map(word -> word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .map("%%%s%%"::formatted)
                .collect(Collectors.joining("\n"));
    }
}
