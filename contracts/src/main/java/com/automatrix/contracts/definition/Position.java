package com.automatrix.contracts.definition;

import com.automatrix.contracts.json.PlainNumberSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Where the editor draws a node or note, in pixels of the canvas.
 *
 * @param width of a container or note; null if a container is as wide as the steps in it need
 */
public record Position(
        @JsonSerialize(using = PlainNumberSerializer.class) double x,
        @JsonSerialize(using = PlainNumberSerializer.class) double y,

        @JsonSerialize(using = PlainNumberSerializer.class) @Nullable
        Double width,

        @JsonSerialize(using = PlainNumberSerializer.class) @Nullable
        Double height) {}
