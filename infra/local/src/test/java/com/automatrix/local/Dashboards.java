package com.automatrix.local;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboards ask Prometheus for. */
public final class Dashboards {
    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+(_[a-z0-9]+)+\\b(?!\\s*[=(])");

    private Dashboards() {}

    public static Set<String> metrics() {
        var metrics = new TreeSet<String>();
        for (var file : Checkout.files("infra/grafana/dashboards", ".json")) {
            JsonMapper.shared()
                    .readTree(file.toFile())
                    .findValuesAsString("expr")
                    .forEach(expression ->
                            METRIC.matcher(expression).results().forEach(match -> metrics.add(match.group())));
        }
        return metrics;
    }
}
