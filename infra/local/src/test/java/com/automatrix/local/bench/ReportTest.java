package com.automatrix.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Row LATENCY = new Row(
            "W1",
            "one step",
            List.of(
                    Map.of(Metric.P50_MS, 4.0, Metric.P99_MS, 20.0),
                    Map.of(Metric.P50_MS, 3.0, Metric.P99_MS, 30.0),
                    Map.of(Metric.P50_MS, 9.0, Metric.P99_MS, 25.0)),
            "");
    private static final Row THROUGHPUT =
            new Row("W3", "many", List.of(Map.of(Metric.EXECUTIONS_PER_SECOND, 1234.5)), "");
    private static final Row MISSING = Row.notAvailable("W5", "workers", "step type x is unknown");
    private static final Machine MACHINE = new Machine(2, 24_105, "AMD EPYC", "Linux 6 amd64", "25", 0.5);

    @Test
    void the_table_shows_medians_and_only_the_columns_that_some_row_has() {
        assertThat(Table.of(List.of(LATENCY, THROUGHPUT, MISSING))).isEqualTo("""
                shape | what                                            | p50 ms | p99 ms | executions/s
                ----- | ----------------------------------------------- | ------ | ------ | ------------
                W1    | one step                                        |   4.00 |   25.0 |
                W3    | many                                            |        |        |        1,235
                W5    | workers (not available: step type x is unknown) |        |        |""");
    }

    @Test
    void the_text_names_the_machine_the_promise_and_the_heap() {
        var text = new Report(MACHINE, List.of(LATENCY), "Durable.", 300).text();

        assertThat(text).endsWith("""
                Durable.
                Peak heap of execution-service: 300 MiB.
                Machine: 2 cores (AMD EPYC), 24,105 MiB of memory, Linux 6 amd64, Java 25; load 0.5 when it began.""");
    }

    @Test
    void the_json_has_every_run() {
        var json = JsonMapper.builder()
                .build()
                .readTree(new Report(MACHINE, List.of(LATENCY, MISSING), "Durable.", 300).json());

        assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(json.at("/rows/0/medians/P50_MS").asDouble()).isEqualTo(4.0);
        assertThat(json.at("/rows/0/runs/2/P50_MS").asDouble()).isEqualTo(9.0);
        assertThat(json.at("/rows/1/runs").size()).isZero();
        assertThat(json.at("/rows/1/remark").asString()).isEqualTo("not available: step type x is unknown");
        assertThat(json.at("/peakHeapMib").asInt()).isEqualTo(300);
    }
}
