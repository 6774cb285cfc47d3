package com.automatrix.local.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one shape.
 *
 * @param runs the figures of each run; none if the shape cannot be measured here
 * @param remark what the reader has to know besides, or nothing
 */
record Row(String shape, String what, List<Map<Metric, Double>> runs, String remark) {
    Row {
        runs = List.copyOf(runs);
    }

    static Row notAvailable(String shape, String what, String because) {
        return new Row(shape, what, List.of(), "not available: " + because);
    }

    /** The median of each figure over the runs that have it. */
    Map<Metric, Double> medians() {
        var medians = new EnumMap<Metric, Double>(Metric.class);
        for (var metric : Metric.values()) {
            var values = new ArrayList<Double>();
            runs.stream().filter(run -> run.containsKey(metric)).forEach(run -> values.add(run.get(metric)));
            if (!values.isEmpty()) {
                medians.put(metric, Statistics.median(values));
            }
        }
        return medians;
    }
}
