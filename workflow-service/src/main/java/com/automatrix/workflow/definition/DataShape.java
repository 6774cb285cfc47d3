package com.automatrix.workflow.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of data a value holds, as a whole and field by field; a list counts as its elements. */
final class DataShape {

    static final DataShape HARMLESS = leaf(Held.NOTHING);

    private static final int DEEPEST = 8;
    private static final int MOST_FIELDS = 1_000;

    private final Held own;
    private final List<SchemaView> views;
    private final Map<String, DataShape> fields;
    private @Nullable Held highest;

    private DataShape(Held own, List<SchemaView> views, Map<String, DataShape> fields) {
        this.own = own;
        this.views = views;
        this.fields = fields;
    }

    /** A value of which nothing else is known; what its fields hold is told by their names. */
    static DataShape leaf(Held own) {
        return new DataShape(own, List.of(), Map.of());
    }

    static DataShape ofFields(String name, Map<String, DataShape> fields) {
        return new DataShape(new Held(DataClass.INTERNAL, name), List.of(), Map.copyOf(fields));
    }

    /** @param views what is known of the value; the first that says what kind of data it is counts */
    static DataShape ofSchemas(String name, List<SchemaView> views) {
        return new DataShape(new Held(DataClass.INTERNAL, name), views, Map.of());
    }

    /** A value that may be any of these. */
    static DataShape anyOf(List<DataShape> shapes) {
        if (shapes.size() == 1) {
            return shapes.getFirst();
        }
        Held highest = shapes.stream().map(DataShape::highest).reduce(Held.NOTHING, Held::higher);
        return leaf(highest);
    }

    DataShape field(String name) {
        DataShape known = fields.get(name);
        if (known != null) {
            return known;
        }
        List<SchemaView> inside = InputViews.field(views, name);
        Optional<DataClass> said = InputViews.dataClass(inside.stream());
        DataClass byName = FieldNames.classOf(name);
        DataClass dataClass = said.orElseGet(() -> byName.isAtLeast(own.dataClass()) ? byName : own.dataClass());
        return new DataShape(new Held(dataClass, own.name() + "." + name), inside, Map.of());
    }

    DataShape at(List<String> path) {
        DataShape shape = this;
        for (String name : path) {
            shape = shape.field(name);
        }
        return shape;
    }

    /** What has to be guarded most of all that the value holds. */
    Held highest() {
        Held known = highest;
        if (known == null) {
            known = highest(0, new int[] {MOST_FIELDS});
            highest = known;
        }
        return known;
    }

    private Held highest(int depth, int[] left) {
        if (highest != null) {
            return highest;
        }
        Held result = own;
        for (DataShape field : fields.values()) {
            result = Held.higher(result, field.highest());
        }
        if (depth < DEEPEST) {
            for (String name : InputViews.fieldNames(views)) {
                if (left[0]-- > 0) {
                    result = Held.higher(result, field(name).highest(depth + 1, left));
                }
            }
        }
        return result;
    }
}
