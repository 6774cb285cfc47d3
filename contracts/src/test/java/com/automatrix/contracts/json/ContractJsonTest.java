package com.automatrix.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.OnError;
import com.automatrix.contracts.definition.Retry;
import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.TriggerRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class ContractJsonTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S,PT0S",
        "PT30S,PT30S",
        "PT90S,PT1M30S",
        "PT24H,P1D",
        "P7D,P7D",
        "PT36H,P1DT12H",
        "PT-30S,PT-30S",
        "PT0.25S,PT0.25S"
    })
    void durations_are_written_with_whole_days(String text, String written) {
        assertThat(ContractJson.events().writeValueAsString(Duration.parse(text)))
                .isEqualTo('"' + written + '"');
        assertThat(ContractJson.events().readValue('"' + written + '"', Duration.class))
                .isEqualTo(Duration.parse(text));
    }

    @Test
    void nulls_in_a_tree_are_kept_and_null_components_left_out() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("b", null);
        config.put("a", 1);

        assertThat(ContractJson.definitions().writeValueAsString(Node.of("n", "data.transform", config)))
                .isEqualTo("{\"id\":\"n\",\"type\":\"data.transform\",\"config\":{\"b\":null,\"a\":1}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"SOME\"", "{\"atLeast\":0}", "{\"atLeast\":1.5}", "{\"atLeast\":1,\"x\":2}", "2", "[]"})
    void another_join_is_refused(String json) {
        assertThatThrownBy(() -> ContractJson.definitions().readValue(json, Join.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("Expected join to be");
    }

    @Test
    void a_join_of_no_edges_cannot_be_made() {
        assertThatThrownBy(() -> new Join.AtLeast(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_node_leaves_out_has_a_default() {
        Node node = ContractJson.definitions().readValue("{\"id\":\"n\",\"type\":\"flow.end\"}", Node.class);

        assertThat(node.config()).isEmpty();
        assertThat(node.nameOrId()).isEqualTo("n");
        assertThat(node.joinOrDefault()).isEqualTo(Join.ALL);
        assertThat(node.cancelsOthers()).isFalse();
        assertThat(node.onErrorOrDefault()).isEqualTo(OnError.FAIL);
        assertThat(node.retryOrDefault(true).maxAttemptsOrDefault()).isEqualTo(3);
        assertThat(node.retryOrDefault(false).maxAttemptsOrDefault()).isEqualTo(1);
        assertThat(new Edge("a", null, "b").handle()).isEqualTo("out");
        assertThat(new Edge("a", "error", "b").handle()).isEqualTo("error");
    }

    @Test
    void what_a_node_says_holds() {
        Node node = ContractJson.definitions().readValue("""
                {"id":"n","type":"flow.end","name":"End","join":"ANY","cancelOthers":true,"onError":"CONTINUE",
                 "retry":{"maxAttempts":7}}""", Node.class);

        assertThat(node.nameOrId()).isEqualTo("End");
        assertThat(node.joinOrDefault()).isEqualTo(Join.ANY);
        assertThat(node.cancelsOthers()).isTrue();
        assertThat(node.onErrorOrDefault()).isEqualTo(OnError.CONTINUE);
        assertThat(node.retryOrDefault(false).maxAttemptsOrDefault()).isEqualTo(7);
    }

    @Test
    void the_other_defaults_are_those_of_the_language() {
        Retry retry = Retry.STANDARD;

        assertThat(retry.initialIntervalOrDefault()).isEqualTo(Duration.ofSeconds(1));
        assertThat(retry.multiplierOrDefault()).isEqualTo(2);
        assertThat(retry.maxIntervalOrDefault()).isEqualTo(Duration.ofMinutes(1));
        assertThat(new Concurrency(null, 1, null).policyOrDefault()).isEqualTo(Concurrency.Policy.QUEUE);
        assertThat(new ScheduleTrigger("t", null, Duration.ofHours(1), null, null, null, null).catchUpOrDefault())
                .isEqualTo(ScheduleTrigger.CatchUp.LATEST);
        assertThat(StepError.permanent("a", "b").retryable()).isFalse();
        assertThat(StepError.passing("a", "b").retryable()).isTrue();
        assertThat(TriggerRef.api().id()).isNull();
    }

    @Test
    void copies_are_not_changed_from_outside() {
        Map<String, Object> tree = new LinkedHashMap<>(Map.of("a", 1));
        Map<String, Object> copy = JsonTree.object(tree);
        tree.put("b", 2);

        assertThat(copy).containsExactly(Map.entry("a", 1));
        assertThat(JsonTree.object(null)).isEmpty();
        assertThat(JsonTree.list(null)).isEqualTo(List.of());
    }

    @Test
    void a_predicate_of_a_record_is_not_written_but_a_component_is() {
        assertThat(ContractJson.events().writeValueAsString(new Door(true))).isEqualTo("{\"isOpen\":true}");
    }

    record Door(boolean isOpen) {

        public boolean isClosed() {
            return !isOpen;
        }
    }
}
