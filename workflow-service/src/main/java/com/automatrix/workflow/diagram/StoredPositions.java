package com.automatrix.workflow.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places the steps of one level as the editor has them, if it has all of them and none covers another. */
final class StoredPositions {

    private StoredPositions() {}

    static Optional<Placement> of(Collection<Step> steps, Map<String, Size> sizes, List<Link> links) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.position() == null) {
                return Optional.empty();
            }
            boxes.put(step.id(), Box.at(step.position(), sizes.getOrDefault(step.id(), Size.CARD)));
        }
        if (overlap(boxes)) {
            return Optional.empty();
        }
        Map<String, Box> moved = fromOrigin(boxes);
        boolean down = isDown(moved, links);
        return Optional.of(new Placement(moved, ways(moved, links, down), down));
    }

    private static boolean overlap(Map<String, Box> boxes) {
        List<Box> byX = new ArrayList<>(boxes.values());
        byX.sort(Comparator.comparingDouble(Box::x));
        for (int left = 0; left < byX.size(); left++) {
            Box one = byX.get(left);
            for (int index = left + 1; index < byX.size() && byX.get(index).x() < one.right(); index++) {
                Box other = byX.get(index);
                if (one.y() < other.bottom() && other.y() < one.bottom()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, Box> fromOrigin(Map<String, Box> boxes) {
        double left = boxes.values().stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.values().stream().mapToDouble(Box::y).min().orElse(0);
        Map<String, Box> moved = new LinkedHashMap<>();
        boxes.forEach((id, box) -> moved.put(id, box.moved(-left, -top)));
        return moved;
    }

    /** Whether more lines can go down than to the right without turning back. */
    private static boolean isDown(Map<String, Box> boxes, List<Link> links) {
        int right = 0;
        int down = 0;
        for (Link link : links) {
            Box source = boxes.get(link.source());
            Box target = boxes.get(link.target());
            if (source != null && target != null) {
                right += target.x() >= source.right() ? 1 : 0;
                down += target.y() >= source.bottom() ? 1 : 0;
            }
        }
        return down > right;
    }

    private static Map<Link, List<Point>> ways(Map<String, Box> boxes, List<Link> links, boolean down) {
        Map<Link, List<Point>> ways = new LinkedHashMap<>();
        for (Link link : links) {
            Box source = boxes.get(link.source());
            Box target = boxes.get(link.target());
            if (source != null && target != null) {
                ways.put(
                        link,
                        down
                                ? List.of(
                                        new Point(source.centerX(), source.bottom()),
                                        new Point(target.centerX(), target.y()))
                                : List.of(
                                        new Point(source.right(), source.centerY()),
                                        new Point(target.x(), target.centerY())));
            }
        }
        return ways;
    }
}
