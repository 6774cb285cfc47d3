package com.automatrix.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.automatrix.contracts.json.ContractJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

class IdsTest {

    private static final String TEXT = "01970000-0000-7000-8000-0000000000e1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"classify|0", "notify[2]|1", "notify[2,0]|2"})
    void a_step_run_id_is_read_from_what_it_writes(String text, int depth) {
        StepRunId id = StepRunId.parse(text);

        assertThat(id).hasToString(text);
        assertThat(id.iteration()).hasSize(depth);
    }

    @Test
    void a_step_run_outside_loops_is_named_by_its_node() {
        assertThat(StepRunId.of("classify")).isEqualTo(new StepRunId("classify", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a[", "a[]", "a[-1]", "a[1,]", "a[1]b", "[1]"})
    void another_text_is_no_step_run_id(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepRunId.parse(text))
                .withMessageContaining("Expected a step-run id");
    }

    @Test
    void ids_are_strings_in_json_and_keys_too() {
        record Holder(ExecutionId execution, WorkflowId workflow, Map<StepRunId, Integer> steps) {}
        String json = "{\"execution\":\"%s\",\"workflow\":\"%s\",\"steps\":{\"notify[2]\":1}}".formatted(TEXT, TEXT);

        Holder holder = ContractJson.events().readValue(json, Holder.class);

        assertThat(holder)
                .isEqualTo(new Holder(
                        ExecutionId.parse(TEXT),
                        WorkflowId.parse(TEXT),
                        Map.of(new StepRunId("notify", List.of(2)), 1)));
        assertThat(ContractJson.events().writeValueAsString(holder)).isEqualTo(json);
        assertThat(ContractJson.events().readValue("[\"" + TEXT + "\"]", new TypeReference<List<ExecutionId>>() {}))
                .containsExactly(ExecutionId.parse(TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "01970000-0000-7000-8000-0000000000zz"})
    void another_text_is_no_execution_or_workflow_id(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionId.parse(text))
                .withMessageContaining("Expected execution id to be a UUID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkflowId.parse(text))
                .withMessageContaining("Expected workflow id to be a UUID");
    }

    @Test
    void ids_sort_by_time() {
        ExecutionId earlier = ExecutionId.parse(TEXT);
        ExecutionId later = ExecutionId.parse("01970000-0000-7000-8000-0000000000e2");

        assertThat(earlier).isLessThan(later);
        assertThat(WorkflowId.parse(TEXT)).isEqualByComparingTo(new WorkflowId(earlier.value()));
    }
}
