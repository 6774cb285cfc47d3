package com.automatrix.workflow.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Places the steps of one level in layers from left to right: each as far right as the longest way to it is long, near
 * the middle of what it hangs together with, and no line through another step.
 */
final class Layers {

    private static final int SWEEPS = 8;
    private static final double GAP = 64;
    private static final double LINE_HEIGHT = 8;
    private static final Box NOWHERE = new Box(0, 0, 0, 0);

    /** Lines over so many layers together keep a way free; further ones are drawn straight through. */
    private static final int MOST_PASSING = 4000;

    private final Map<String, Size> sizes;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, Integer> ranks;
    private final Map<Link, List<Slot>> passing = new LinkedHashMap<>();
    private int passed;

    private Layers(Map<String, Size> sizes, List<Link> links) {
        this.sizes = sizes;
        this.ranks = Ranks.of(sizes.keySet(), links);
        int last = ranks.values().stream().mapToInt(rank -> rank).max().orElse(0);
        IntStream.rangeClosed(0, last).forEach(rank -> layers.add(new Layer()));
        sizes.forEach((id, size) -> {
            Slot slot = new Slot(size.height());
            slots.put(id, slot);
            layer(id).add(slot, size.width());
        });
        links.forEach(this::connect);
    }

    /** @param sizes of the steps of this level, in their order */
    static Placement of(Map<String, Size> sizes, List<Link> links) {
        Layers layers = new Layers(sizes, links);
        layers.arrange();
        return layers.placement();
    }

    private Layer layer(String id) {
        return layers.get(rank(id));
    }

    private int rank(String id) {
        return ranks.getOrDefault(id, 0);
    }

    private Slot slot(String id) {
        return slots.computeIfAbsent(id, unknown -> new Slot(0));
    }

    private void connect(Link link) {
        List<Slot> way = new ArrayList<>();
        int length = rank(link.target()) - rank(link.source());
        if (length > 0) {
            Slot previous = slot(link.source());
            if (passed + length - 1 <= MOST_PASSING) {
                passed += length - 1;
                for (int rank = rank(link.source()) + 1; rank < rank(link.target()); rank++) {
                    Slot next = new Slot(LINE_HEIGHT);
                    layers.get(rank).add(next, 0);
                    previous.leadsTo(next);
                    way.add(next);
                    previous = next;
                }
            }
            previous.leadsTo(slot(link.target()));
        }
        passing.put(link, way);
        Layer from = layer(link.source());
        from.labelWidth = Math.max(from.labelWidth, link.labelWidth());
    }

    private void arrange() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (sweep % 2 == 0) {
                layers.forEach(layer -> layer.order(slot -> slot.before));
            } else {
                layers.reversed().forEach(layer -> layer.order(slot -> slot.after));
            }
        }
        layers.forEach(Layer::stack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (sweep % 2 == 0) {
                layers.forEach(layer -> layer.settle(slot -> slot.before));
            } else {
                layers.reversed().forEach(layer -> layer.settle(slot -> slot.after));
            }
        }
    }

    private Placement placement() {
        double left = 0;
        for (Layer layer : layers) {
            layer.left = left;
            left += layer.width + GAP + layer.labelWidth;
        }
        double shift = -layers.stream().mapToDouble(Layer::top).min().orElse(0);
        layers.stream().flatMap(layer -> layer.slots.stream()).forEach(slot -> slot.center += shift);

        Map<String, Box> boxes = new LinkedHashMap<>();
        sizes.forEach((id, size) -> {
            double x = layer(id).left + (layer(id).width - size.width()) / 2;
            boxes.put(id, Box.at(new Point(x, slot(id).center - size.height() / 2), size));
        });
        Map<Link, List<Point>> ways = new LinkedHashMap<>();
        passing.forEach((link, passedBy) -> ways.put(link, way(link, passedBy, boxes)));
        return new Placement(boxes, ways, false);
    }

    /** From the source straight to its column's edge, through each column straight, and straight to the target. */
    private List<Point> way(Link link, List<Slot> passedBy, Map<String, Box> boxes) {
        Box source = boxes.getOrDefault(link.source(), NOWHERE);
        Box target = boxes.getOrDefault(link.target(), NOWHERE);
        List<Point> way = new ArrayList<>();
        way.add(new Point(source.right(), source.centerY()));
        way.add(new Point(layer(link.source()).right(), source.centerY()));
        int rank = rank(link.source());
        for (Slot slot : passedBy) {
            rank++;
            way.add(new Point(layers.get(rank).left, slot.center));
            way.add(new Point(layers.get(rank).right(), slot.center));
        }
        way.add(new Point(layer(link.target()).left, target.centerY()));
        way.add(new Point(target.x(), target.centerY()));
        return way;
    }
}
