package com.automatrix.execution.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency.Policy;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.ReleaseSlot;
import com.automatrix.contracts.message.ExecutionCommand.ToGate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random executions come, go, give up and repeat themselves; the gate keeps its promises. */
class GatePropertiesTest {

    private static final int RUNS = 300;
    private static final int EXECUTIONS = 25;

    @ParameterizedTest
    @EnumSource(Policy.class)
    void never_more_than_the_limit_go_on_and_nobody_is_forgotten(Policy policy) {
        for (int seed = 0; seed < RUNS; seed++) {
            Crowd crowd = new Crowd(policy, new Random(seed));

            crowd.mingle();
            crowd.allLeave();

            assertThat(crowd.unanswered()).as("seed %d", seed).isEmpty();
            assertThat(crowd.state.isIdle()).as("seed %d", seed).isTrue();
        }
    }

    /** The executions around one gate, as the gate's commands leave them. */
    private static final class Crowd {

        private final Policy policy;
        private final Random random;
        private final int limit;
        private final Map<ExecutionId, AcquireSlot> arrived = new LinkedHashMap<>();
        private final Set<ExecutionId> inside = new LinkedHashSet<>();
        private final Set<ExecutionId> left = new LinkedHashSet<>();
        private final List<ExecutionId> answered = new ArrayList<>();
        private GateState state = GateState.EMPTY;

        Crowd(Policy policy, Random random) {
            this.policy = policy;
            this.random = random;
            this.limit = 1 + random.nextInt(4);
        }

        void mingle() {
            for (int step = 0; step < EXECUTIONS * 6; step++) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> arrive();
                    case 2 -> pick(inside).ifPresent(this::leave);
                    case 3 -> pick(arrived.keySet()).ifPresent(id -> tell(acquireOf(id)));
                    default -> giveUpOrRepeat();
                }
            }
        }

        void allLeave() {
            while (!inside.isEmpty()) {
                leave(inside.iterator().next());
            }
        }

        List<ExecutionId> unanswered() {
            return arrived.keySet().stream()
                    .filter(id -> !answered.contains(id) && !left.contains(id))
                    .toList();
        }

        private void arrive() {
            if (arrived.size() == EXECUTIONS) {
                return;
            }
            ExecutionId id = new ExecutionId(new UUID(7, arrived.size()));
            AcquireSlot acquire = new AcquireSlot(
                    new UUID(1, arrived.size()), "workflow:key", id, limit, policy, random.nextBoolean());
            arrived.put(id, acquire);
            tell(acquire);
        }

        /** Someone is cancelled, wherever it stands; or a release comes once more. */
        private void giveUpOrRepeat() {
            if (random.nextInt(3) == 0) {
                pick(arrived.keySet()).ifPresent(this::leave);
            } else {
                pick(left).ifPresent(this::leave);
            }
        }

        private void leave(ExecutionId id) {
            inside.remove(id);
            left.add(id);
            tell(new ReleaseSlot(new UUID(2, id.value().getLeastSignificantBits()), "workflow:key", id));
        }

        private void tell(ToGate command) {
            List<ExecutionId> bestFirst =
                    state.waiting().stream().map(GateState.Waiting::executionId).toList();
            Gate.Outcome outcome = Gate.apply(state, command);
            state = outcome.next();
            List<ExecutionId> admitted = new ArrayList<>();
            for (ExecutionCommand sent : outcome.commands()) {
                switch (sent) {
                    case AdmitExecution admit -> admitted.add(admit.executionId());
                    case CancelExecution cancel -> inside.remove(cancel.executionId());
                    default -> throw new AssertionError(sent);
                }
                answered.add(((ExecutionCommand.ToExecution) sent).executionId());
            }
            inside.addAll(admitted);
            assertThat(admitted).noneMatch(left::contains);
            assertThat(inside).hasSizeLessThanOrEqualTo(limit);
            assertThat(state.admitted()).containsExactlyInAnyOrderElementsOf(inside);
            assertOrder(bestFirst, admitted);
        }

        private void assertOrder(List<ExecutionId> before, List<ExecutionId> admitted) {
            List<ExecutionId> fromQueue =
                    admitted.stream().filter(before::contains).toList();
            List<ExecutionId> expected = before.stream()
                    .filter(id -> !left.contains(id))
                    .limit(fromQueue.size())
                    .toList();
            assertThat(fromQueue).isEqualTo(expected);
            List<Long> interactive = numbers(false);
            List<Long> bulk = numbers(true);
            assertThat(interactive).isSorted();
            assertThat(bulk).isSorted();
            assertThat(state.waiting().stream().map(GateState.Waiting::bulk)).isSorted();
        }

        private List<Long> numbers(boolean bulk) {
            return state.waiting().stream()
                    .filter(waiting -> waiting.bulk() == bulk)
                    .map(waiting -> waiting.executionId().value().getLeastSignificantBits())
                    .toList();
        }

        private AcquireSlot acquireOf(ExecutionId id) {
            return Objects.requireNonNull(arrived.get(id));
        }

        private Optional<ExecutionId> pick(Set<ExecutionId> from) {
            return from.stream()
                    .skip(from.isEmpty() ? 0 : random.nextInt(from.size()))
                    .findFirst();
        }
    }
}
