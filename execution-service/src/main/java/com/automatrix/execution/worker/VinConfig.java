package com.automatrix.execution.worker;

import com.automatrix.execution.vin.ModelYears.Weight;
import org.jspecify.annotations.Nullable;

/** The config of {@code auto.decodeVin}. */
record VinConfig(
        @Nullable Object vin,
        @Nullable Weight weight,
        @Nullable Boolean vpic) {}
