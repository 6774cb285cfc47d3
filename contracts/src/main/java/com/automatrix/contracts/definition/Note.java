package com.automatrix.contracts.definition;

import org.jspecify.annotations.Nullable;

/**
 * A text that stands free on the canvas.
 *
 * @param id unique among the notes
 * @param colour null is {@link NoteColour#YELLOW}
 */
public record Note(
        String id, String text, Position position, @Nullable NoteColour colour) {}
