package com.automatrix.workflow.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs.
 *
 * @param pointer a JSON Pointer (RFC 6901), from the thing that has the field
 * @param change says whether a null is a value or stands for nothing
 */
public record FieldChange(
        String pointer,
        Change change,
        @Nullable Object before,
        @Nullable Object after) {

    /** What became of the field. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * Compares two JSON trees. Objects are compared field by field and lists of one length element by element; a list
     * that grew or shrank is one change, since nobody can tell which of its elements moved.
     */
    static List<FieldChange> between(@Nullable Object before, @Nullable Object after) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", before, after, changes);
        return List.copyOf(changes);
    }

    /** The first name in the pointer. */
    String field() {
        return segment(1);
    }

    /** The name in the pointer's given place, counted from 1; empty if it is shorter. */
    String segment(int place) {
        String[] segments = pointer.split("/", -1);
        return segments.length > place ? segments[place].replace("~1", "/").replace("~0", "~") : "";
    }

    private static void compare(
            String pointer, @Nullable Object before, @Nullable Object after, List<FieldChange> changes) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> fresh) {
            compareFields(pointer, old, fresh, changes);
        } else if (before instanceof List<?> old && after instanceof List<?> fresh && old.size() == fresh.size()) {
            for (int index = 0; index < old.size(); index++) {
                compare(pointer + "/" + index, old.get(index), fresh.get(index), changes);
            }
        } else if (!JsonValues.same(before, after)) {
            changes.add(new FieldChange(pointer, Change.CHANGED, before, after));
        }
    }

    private static void compareFields(String pointer, Map<?, ?> before, Map<?, ?> after, List<FieldChange> changes) {
        Set<Object> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (Object key : keys) {
            String child =
                    pointer + "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1");
            if (!after.containsKey(key)) {
                changes.add(new FieldChange(child, Change.REMOVED, before.get(key), null));
            } else if (!before.containsKey(key)) {
                changes.add(new FieldChange(child, Change.ADDED, null, after.get(key)));
            } else {
                compare(child, before.get(key), after.get(key), changes);
            }
        }
    }
}
