package com.automatrix.workflow.diagram;

/** How large something is drawn. */
record Size(double width, double height) {

    /** A step that holds no others, as large as the editor draws it. */
    static final Size CARD = new Size(208, 78);
}
