package com.automatrix.workflow.diagram;

/**
 * All that leads from one step to another.
 *
 * @param label the handles that it starts from; empty for the only usual one
 */
record Link(String source, String target, String label) {

    static final double LABEL_SIZE = 11.5;

    private static final double LABEL_PADDING = 14;

    /** How wide the label is drawn. */
    double labelWidth() {
        return label.isEmpty() ? 0 : TextWidth.of(label, LABEL_SIZE) + LABEL_PADDING;
    }
}
