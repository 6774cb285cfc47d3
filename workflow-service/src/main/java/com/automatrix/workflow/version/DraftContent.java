package com.automatrix.workflow.version;

/**
 * What is kept of a saved draft.
 *
 * @param definition JSON text
 * @param triggers JSON text of their summaries, so that a list need not read definitions
 */
record DraftContent(
        String name, String description, Category category, String definition, String triggers, int problemCount) {}
