package com.automatrix.contracts.definition;

import com.automatrix.contracts.json.PlainNumberSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/** Where the editor draws a node, in pixels of the canvas. */
public record Position(
        @JsonSerialize(using = PlainNumberSerializer.class) double x,
        @JsonSerialize(using = PlainNumberSerializer.class) double y) {}
