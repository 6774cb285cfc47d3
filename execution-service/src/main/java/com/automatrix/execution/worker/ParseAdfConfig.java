package com.automatrix.execution.worker;

import org.jspecify.annotations.Nullable;

/** The config of {@code auto.parseAdf}. */
record ParseAdfConfig(String document, @Nullable String country) {}
