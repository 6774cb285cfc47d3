package com.automatrix.workflow.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be drawn of a workflow, or of the inside of one of its steps.
 *
 * @param frames the steps that hold others, outer ones first
 */
record Drawing(Size size, List<Placed> frames, List<Placed> cards, List<Line> lines) {

    /** A step and where it stands. */
    record Placed(Step step, Box box) {}

    /**
     * A line between two steps.
     *
     * @param down whether it leaves at the bottom, else at the right
     */
    record Line(Link link, List<Point> way, boolean down) {}

    /** Collects a drawing of parts that have their own origin each. */
    static final class Builder {

        private final List<Placed> frames = new ArrayList<>();
        private final List<Placed> cards = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();

        void card(Step step, Box box) {
            cards.add(new Placed(step, box));
        }

        void frame(Step step, Box box) {
            frames.add(new Placed(step, box));
        }

        void line(Line line) {
            lines.add(line);
        }

        void inside(Drawing drawing, double dx, double dy) {
            drawing.frames.forEach(frame -> frames.add(new Placed(frame.step, frame.box.moved(dx, dy))));
            drawing.cards.forEach(card -> cards.add(new Placed(card.step, card.box.moved(dx, dy))));
            drawing.lines.forEach(line -> lines.add(new Line(
                    line.link,
                    line.way.stream().map(point -> point.moved(dx, dy)).toList(),
                    line.down)));
        }

        Drawing build(Size size) {
            return new Drawing(size, List.copyOf(frames), List.copyOf(cards), List.copyOf(lines));
        }
    }
}
