package com.automatrix.execution.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.engine.ExecutionState;
import com.automatrix.execution.engine.ExecutionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExecutionCacheTest {

    private final ExecutionCache cache = new ExecutionCache(10_000);

    @Test
    void the_least_recently_used_make_room() {
        cache.put(0, state(1, 1_000));
        cache.put(0, state(2, 1_000));
        cache.put(0, state(3, 1_000));
        assertThat(cache.get(id(1))).isNotNull();

        cache.put(0, state(4, 1_000));

        assertThat(cache.get(id(2))).isNull();
        assertThat(cache.get(id(1))).isNotNull();
        assertThat(cache.get(id(4))).isNotNull();
    }

    @Test
    void a_state_replaces_the_former_one() {
        cache.put(0, state(1, 1_000));
        cache.put(0, state(1, 7_000));

        assertThat(cache.get(id(1))).isEqualTo(state(1, 7_000));

        cache.remove(id(1));

        assertThat(cache.get(id(1))).isNull();
    }

    @Test
    void a_lost_partition_is_forgotten() {
        cache.put(0, state(1, 10));
        cache.put(1, state(2, 10));

        cache.dropPartitions(List.of(0));

        assertThat(cache.get(id(1))).isNull();
        assertThat(cache.get(id(2))).isNotNull();
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }

    private static ExecutionState state(int number, long bytes) {
        return new ExecutionState(
                new ExecutionId(id(number)),
                new WorkflowId(id(0)),
                1,
                "test",
                ExecutionStatus.RUNNING,
                null,
                null,
                Instant.EPOCH,
                null,
                1,
                Map.of(),
                bytes,
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }
}
