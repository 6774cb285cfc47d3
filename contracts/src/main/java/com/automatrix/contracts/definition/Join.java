package com.automatrix.contracts.definition;

import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** When a step with several incoming edges is decided. In JSON {@code "ALL"}, {@code "ANY"} or {@code {"atLeast": 2}}. */
@JsonSerialize(using = JoinJson.Serializer.class)
@JsonDeserialize(using = JoinJson.Deserializer.class)
public sealed interface Join permits Join.All, Join.Any, Join.AtLeast {

    Join ALL = new All();
    Join ANY = new Any();

    /** Once every incoming edge is taken or dead: it runs if at least one is taken. */
    record All() implements Join {}

    /** At the first taken edge. */
    record Any() implements Join {}

    /** At the n-th taken edge, n being at least 1. */
    record AtLeast(int n) implements Join {

        public AtLeast {
            if (n < 1) {
                throw new IllegalArgumentException("Expected atLeast to be 1 or more, but got " + n);
            }
        }
    }
}
