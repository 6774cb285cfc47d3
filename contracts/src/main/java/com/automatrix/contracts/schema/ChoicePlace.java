package com.automatrix.contracts.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A {@code oneOf} or {@code anyOf} that was applied to one value.
 *
 * @param path the way through the schema, the keyword included
 * @param location the value
 */
record ChoicePlace(NodePath path, NodePath location) {

    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");
    private static final Set<String> NAMED_CHILDREN = Set.of("properties", "patternProperties", "prefixItems");
    private static final Set<String> CHILDREN =
            Set.of("items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "contains");
    private static final Set<String> NAMED_SAME = Set.of("allOf", "dependentSchemas");

    /** The choices on the way to an error, outermost first. */
    static List<ChoicePlace> on(Error error) {
        NodePath path = error.getEvaluationPath();
        List<ChoicePlace> places = new ArrayList<>();
        int depth = 0;
        int index = 0;
        while (index < path.getNameCount()) {
            String keyword = path.getName(index);
            if (CHOICES.contains(keyword)) {
                places.add(new ChoicePlace(prefix(path, index + 1), prefix(error.getInstanceLocation(), depth)));
            }
            if (NAMED_CHILDREN.contains(keyword) || CHILDREN.contains(keyword)) {
                depth++;
            }
            index += isFollowedByName(keyword) ? 2 : 1;
        }
        return places;
    }

    /** The branch that an error is in; it must not be the choice's own error. */
    int branch(Error error) {
        return Integer.parseInt(error.getEvaluationPath().getName(path.getNameCount()));
    }

    /** Whether the error is about the choice as a whole, and not about a branch. */
    boolean isOwn(Error error) {
        return error.getEvaluationPath().equals(path);
    }

    private static boolean isFollowedByName(String keyword) {
        return CHOICES.contains(keyword) || NAMED_CHILDREN.contains(keyword) || NAMED_SAME.contains(keyword);
    }

    private static NodePath prefix(NodePath path, int length) {
        NodePath prefix = path;
        while (prefix.getNameCount() > length) {
            prefix = prefix.getParent();
        }
        return prefix;
    }
}
