package com.automatrix.execution.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config of {@code auto.writeAdf}. */
record WriteAdfConfig(Map<String, @Nullable Object> lead, String vendorName) {}
