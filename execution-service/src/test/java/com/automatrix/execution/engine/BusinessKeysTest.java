package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.Settings;
import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessKeysTest {

    @Test
    void texts_numbers_and_booleans_are_recorded_when_the_execution_starts() {
        Scenario scenario = execution(Map.of(
                        "vin", "{{ input.vin }}",
                        "ro", "{{ input.ro }}",
                        "fleet", "{{ input.isFleet }}",
                        "both", "{{ input.ro }}/{{ vars.storeName }}"))
                .starts(Map.of("vin", " 1HGCM82633A004352\n", "ro", 600_123_456, "isFleet", false));

        assertThat(started(scenario).businessKeys())
                .isEqualTo(Map.of(
                        "vin", "1HGCM82633A004352",
                        "ro", "600123456",
                        "fleet", "false",
                        "both", "600123456/Smith Cars"));
    }

    @Test
    void a_key_without_a_value_is_left_out() {
        Scenario scenario = execution(Map.of(
                        "good", "{{ input.good }}",
                        "missing", "{{ input.missing }}",
                        "blank", "{{ '  ' }}",
                        "object", "{{ input }}",
                        "list", "{{ [1, 2] }}",
                        "failing", "{{ $number('no number') }}"))
                .starts(Map.of("good", "yes"));

        assertThat(started(scenario).businessKeys()).isEqualTo(Map.of("good", "yes"));
        scenario.requests("work");
    }

    @Test
    void without_any_value_nothing_is_recorded() {
        assertThat(started(execution(Map.of("missing", "{{ input.missing }}")).starts())
                        .businessKeys())
                .isNull();
        assertThat(started(execution(Map.of()).starts()).businessKeys()).isNull();
    }

    @Test
    void a_value_is_cut_where_an_index_would_be_too_large() {
        Scenario scenario =
                execution(Map.of("long", "{{ input.long }}")).starts(Map.of("long", "x".repeat(255) + "🚗" + "y"));

        assertThat(started(scenario).businessKeys()).isEqualTo(Map.of("long", "x".repeat(255)));
    }

    @Test
    void an_execution_that_has_to_queue_records_them_once_before_it_queues() {
        Scenario scenario = execution(new Settings(null, new Concurrency(null, 1, null), Map.of("id", "{{ input }}")))
                .starts("L-1");

        assertThat(scenario.history()).hasSize(3);
        assertThat(scenario.history().get(0))
                .isInstanceOfSatisfying(
                        ExecutionEvent.Queued.class,
                        queued -> assertThat(queued.businessKeys()).isEqualTo(Map.of("id", "L-1")));
        assertThat(scenario.history().get(1))
                .isInstanceOfSatisfying(
                        ExecutionEvent.Started.class,
                        started -> assertThat(started.businessKeys()).isNull());
    }

    private static ExecutionEvent.Started started(Scenario scenario) {
        List<ExecutionEvent> history = scenario.history();
        return (ExecutionEvent.Started) history.getFirst();
    }

    private static Scenario execution(Map<String, String> keys) {
        return execution(new Settings(null, null, keys));
    }

    private static Scenario execution(Settings settings) {
        return Scenario.execution(Graph.graph().work("work").settings(settings));
    }
}
