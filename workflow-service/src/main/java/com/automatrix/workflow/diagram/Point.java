package com.automatrix.workflow.diagram;

/** A place on the picture. */
record Point(double x, double y) {

    Point moved(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
