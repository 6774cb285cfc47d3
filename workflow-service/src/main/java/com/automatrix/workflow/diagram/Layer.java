package com.automatrix.workflow.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** One column of a picture in layers, from top to bottom. */
final class Layer {

    final List<Slot> slots = new ArrayList<>();
    double left;
    double width;

    /** Of the widest label between this layer and the next. */
    double labelWidth;

    void add(Slot slot, double slotWidth) {
        slot.index = slots.size();
        slots.add(slot);
        width = Math.max(width, slotWidth);
    }

    double right() {
        return left + width;
    }

    double top() {
        return slots.isEmpty() ? 0 : slots.getFirst().center - slots.getFirst().height / 2;
    }

    /** Puts each slot near the middle of its neighbours, so that fewer lines cross; one that has none stays. */
    void order(Function<Slot, List<Slot>> neighbours) {
        record Wish(Slot slot, double index) {}
        List<Slot> ordered = slots.stream()
                .map(slot ->
                        new Wish(slot, slot.meanIndex(neighbours.apply(slot)).orElse(slot.index)))
                .sorted(Comparator.comparingDouble(Wish::index))
                .map(Wish::slot)
                .toList();
        slots.clear();
        ordered.forEach(slot -> add(slot, 0));
    }

    /** Puts the slots one below the other. */
    void stack() {
        for (int index = 1; index < slots.size(); index++) {
            Slot above = slots.get(index - 1);
            slots.get(index).center = above.center + above.distanceTo(slots.get(index));
        }
    }

    /**
     * Moves the slots as near to the middle of their neighbours as their order and the gaps allow. What they want is
     * taken without the gaps, so that what must stand closer than it wants shares one mean (an isotonic regression).
     */
    void settle(Function<Slot, List<Slot>> neighbours) {
        record Block(double sum, int count) {
            double mean() {
                return sum / count;
            }
        }
        double[] offsets = offsets();
        Deque<Block> blocks = new ArrayDeque<>();
        for (int index = 0; index < slots.size(); index++) {
            Slot slot = slots.get(index);
            double wanted = slot.meanCenter(neighbours.apply(slot)).orElse(slot.center);
            Block block = new Block(wanted - offsets[index], 1);
            while (!blocks.isEmpty() && blocks.getLast().mean() > block.mean()) {
                Block above = blocks.removeLast();
                block = new Block(above.sum() + block.sum(), above.count() + block.count());
            }
            blocks.addLast(block);
        }
        int index = 0;
        for (Block block : blocks) {
            for (int left = block.count(); left > 0; left--, index++) {
                slots.get(index).center = block.mean() + offsets[index];
            }
        }
    }

    /** How far below the first one each would stand at the least. */
    private double[] offsets() {
        double[] offsets = new double[slots.size()];
        for (int index = 1; index < offsets.length; index++) {
            offsets[index] = offsets[index - 1] + slots.get(index - 1).distanceTo(slots.get(index));
        }
        return offsets;
    }
}
