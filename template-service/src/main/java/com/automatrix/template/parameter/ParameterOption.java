package com.automatrix.template.parameter;

/** A value that an enum parameter can take, and what people see. */
public record ParameterOption(String value, String title) {}
