package com.automatrix.template.catalogue;

/** A value that an enum parameter can take, and what people see. */
public record ParameterOption(String value, String title) {}
