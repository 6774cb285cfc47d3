package com.automatrix.workflow.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A place in a layer: of a step, or of a line that passes it. */
final class Slot {

    /** What is kept free between two of them. */
    private static final double GAP = 30;

    final double height;
    final List<Slot> before = new ArrayList<>();
    final List<Slot> after = new ArrayList<>();

    /** How many stand above it in its layer. */
    int index;

    double center;

    Slot(double height) {
        this.height = height;
    }

    void leadsTo(Slot next) {
        after.add(next);
        next.before.add(this);
    }

    /** How far apart the centres of two neighbours have to be. */
    double distanceTo(Slot below) {
        return (height + below.height) / 2 + GAP;
    }

    OptionalDouble meanIndex(List<Slot> neighbours) {
        return neighbours.stream().mapToDouble(slot -> slot.index).average();
    }

    OptionalDouble meanCenter(List<Slot> neighbours) {
        return neighbours.stream().mapToDouble(slot -> slot.center).average();
    }
}
