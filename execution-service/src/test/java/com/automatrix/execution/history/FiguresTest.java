package com.automatrix.execution.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.Usage;
import com.automatrix.execution.persistence.ModelRollup;
import com.automatrix.execution.persistence.QueueRollup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Instant ASKED_FOR = Instant.parse("2026-05-01T13:59:58Z");
    private static final Instant HOUR = Instant.parse("2026-05-01T14:00:00Z");
    private static final UUID WORKFLOW = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID EXECUTION = HistoryIds.floor(ASKED_FOR);

    private final Figures figures = new Figures(new WorkflowId(WORKFLOW));

    @Test
    void an_execution_has_waited_since_the_time_in_its_id() {
        assertThat(figures.waited(EXECUTION, event(HOUR.plusSeconds(1))))
                .isEqualTo(new QueueRollup(new QueueRollup.Key(HOUR, WORKFLOW), 1, 3_000, 3_000));
    }

    @Test
    void a_clock_that_is_behind_makes_no_wait_of_less_than_nothing() {
        assertThat(figures.waited(EXECUTION, event(ASKED_FOR.minusSeconds(1))).waitMsSum())
                .isZero();
    }

    @Test
    void a_step_without_use_of_a_model_adds_nothing() {
        assertThat(figures.use(event(HOUR), null)).isEmpty();
    }

    @Test
    void tokens_and_cost_add_up_by_model_whether_or_not_the_price_is_known() {
        ModelRollup priced = figures.use(event(HOUR), new Usage("small", 100, 20, new BigDecimal("0.003")))
                .orElseThrow();
        ModelRollup unpriced =
                figures.use(event(HOUR), new Usage("small", 10, 2, null)).orElseThrow();

        assertThat(priced.and(unpriced))
                .isEqualTo(new ModelRollup(
                        new ModelRollup.Key(HOUR, WORKFLOW, "small"), 2, 110, 22, new BigDecimal("0.003")));
    }

    private static ExecutionEvent event(Instant at) {
        return new ExecutionEvent.Running(1, at);
    }
}
