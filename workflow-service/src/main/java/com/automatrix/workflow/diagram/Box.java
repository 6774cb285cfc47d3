package com.automatrix.workflow.diagram;

/** A rectangle on the picture. */
record Box(double x, double y, double width, double height) {

    static Box at(Point corner, Size size) {
        return new Box(corner.x(), corner.y(), size.width(), size.height());
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centerX() {
        return x + width / 2;
    }

    double centerY() {
        return y + height / 2;
    }

    Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }
}
