package com.automatrix.contracts.definition;

/** The colours of paper that a note can have. */
public enum NoteColour {
    YELLOW,
    BLUE,
    GREEN,
    PINK
}
