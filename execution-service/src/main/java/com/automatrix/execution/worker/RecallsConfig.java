package com.automatrix.execution.worker;

/** The config of {@code auto.recalls}. */
record RecallsConfig(String make, String model, int year) {}
