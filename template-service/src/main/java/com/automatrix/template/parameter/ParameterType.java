package com.automatrix.template.parameter;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of value a parameter takes. */
public enum ParameterType {
    @JsonProperty("string")
    STRING,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("integer")
    INTEGER,
    @JsonProperty("boolean")
    BOOLEAN,
    /** ISO 8601, as in {@code PT5M}. */
    @JsonProperty("duration")
    DURATION,
    /** One of the options. */
    @JsonProperty("enum")
    ENUM,
    /** A list of texts or numbers. */
    @JsonProperty("list")
    LIST
}
