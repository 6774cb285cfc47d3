package com.automatrix.platform.worker;

import com.automatrix.platform.trace.TraceParents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * What the runner stands in.
 *
 * @param process as leases and results name it
 */
record RunnerSurroundings(String process, InstantSource clock, TraceParents traces, MeterRegistry metrics) {}
