package com.automatrix.workflow.diagram;

import java.util.List;
import java.util.Map;

/**
 * Where the steps of one level stand, and by which way the lines between them go.
 *
 * @param boxes by the id of the step
 * @param ways each begins at the edge of its source and ends at the edge of its target
 * @param down whether lines leave at the bottom, else at the right
 */
record Placement(Map<String, Box> boxes, Map<Link, List<Point>> ways, boolean down) {

    /** All that is drawn, the lines around steps too. */
    Size size() {
        double bottomOfSteps =
                boxes.values().stream().mapToDouble(Box::bottom).max().orElse(0);
        double bottomOfLines = ways.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Point::y)
                .max()
                .orElse(0);
        return new Size(
                boxes.values().stream().mapToDouble(Box::right).max().orElse(0),
                Math.max(bottomOfSteps, bottomOfLines));
    }
}
