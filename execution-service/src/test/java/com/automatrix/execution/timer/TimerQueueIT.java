package com.automatrix.execution.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.execution.RunningService;
import com.automatrix.execution.engine.TimerKey;
import com.automatrix.execution.engine.TimerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class TimerQueueIT {

    /** A partition that the running service does not own. */
    private static final int PARTITION = 99;

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    private TimerStore store;

    private TimerQueue queue;

    @BeforeEach
    void start() {
        queue = new TimerQueue(store);
        queue.own(List.of(PARTITION), NOON);
    }

    @Test
    void timers_come_due_in_the_order_of_their_times() {
        Timer late = timer(2, NOON.plusSeconds(20));
        Timer early = timer(1, NOON.plusSeconds(10));
        queue.set(late);
        queue.set(early);

        assertThat(queue.due(NOON, 10)).isEmpty();
        assertThat(queue.idleTime(NOON, Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(10));
        assertThat(queue.due(NOON.plusSeconds(30), 10)).containsExactly(early, late);
    }

    @Test
    void a_cleared_or_replaced_timer_does_not_come() {
        Timer cleared = timer(1, NOON.plusSeconds(10));
        Timer replaced = timer(2, NOON.plusSeconds(10));
        Timer ofEnded = timer(3, NOON.plusSeconds(10));
        List.of(cleared, replaced, ofEnded).forEach(queue::set);

        queue.clear(cleared.id());
        queue.set(new Timer(replaced.id(), PARTITION, NOON.plusSeconds(25)));
        queue.clearAllOf(ofEnded.id().executionId());

        assertThat(queue.due(NOON.plusSeconds(20), 10)).isEmpty();
        assertThat(queue.due(NOON.plusSeconds(25), 10)).hasSize(1);
    }

    @Test
    void a_timer_that_is_put_off_for_long_does_not_come_at_its_first_time() {
        Timer soon = timer(1, NOON.plusSeconds(10));
        queue.set(soon);

        queue.set(new Timer(soon.id(), PARTITION, NOON.plus(Duration.ofHours(3))));

        assertThat(queue.due(NOON.plusSeconds(10), 10)).isEmpty();
    }

    @Test
    void stored_timers_are_found_again_by_the_next_owner() {
        Timer soon = timer(1, NOON.plusSeconds(10));
        Timer later = timer(2, NOON.plus(Duration.ofDays(3)));
        store.set(List.of(soon, later));

        TimerQueue next = new TimerQueue(store);
        next.own(List.of(PARTITION), NOON);

        assertThat(next.due(NOON.plusSeconds(10), 10)).containsExactly(soon);
        store.clear(List.of(soon.id()));
        assertThat(next.due(NOON.plus(Duration.ofDays(3)), 10)).containsExactly(later);
        store.clearAllOf(List.of(later.id().executionId()));
        assertThat(store.dueBefore(NOON.plus(Duration.ofDays(9)), List.of(PARTITION)))
                .isEmpty();
    }

    @Test
    void the_timers_of_a_lost_partition_are_somebody_elses() {
        queue.set(timer(1, NOON.plusSeconds(10)));

        queue.disown(List.of(PARTITION));

        assertThat(queue.due(NOON.plusSeconds(10), 10)).isEmpty();
    }

    private static Timer timer(int execution, Instant dueAt) {
        TimerKey key = execution % 2 == 0
                ? new TimerKey(TimerKind.EXECUTION_TIMEOUT, null, 0)
                : new TimerKey(TimerKind.RETRY, StepRunId.of("ask"), 2);
        return new Timer(new Timer.Id(new UUID(0, execution), key), PARTITION, dueAt);
    }
}
