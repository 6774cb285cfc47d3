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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final String KEY = "workflow:p-77";

    private final List<ExecutionCommand> sent = new ArrayList<>();
    private GateState state = GateState.EMPTY;

    @Test
    void one_too_many_waits_for_a_release() {
        acquire(1, Policy.QUEUE, 1);
        acquire(2, Policy.QUEUE, 1);

        assertThat(admitted()).containsExactly(id(1));
        release(1);
        assertThat(admitted()).containsExactly(id(1), id(2));
        assertThat(state.admitted()).containsExactly(id(2));
    }

    @Test
    void those_that_somebody_waits_for_go_before_bulk_and_each_kind_in_order() {
        acquire(1, Policy.QUEUE, 1);
        acquire(2, Policy.QUEUE, 1, true);
        acquire(3, Policy.QUEUE, 1, false);
        acquire(4, Policy.QUEUE, 1, true);
        acquire(5, Policy.QUEUE, 1, false);

        for (int next : List.of(1, 3, 5, 2, 4)) {
            release(next);
        }

        assertThat(admitted()).containsExactly(id(1), id(3), id(5), id(2), id(4));
        assertThat(state.isIdle()).isTrue();
    }

    @Test
    void skip_tells_the_execution_that_it_is_not_started() {
        acquire(1, Policy.SKIP, 1);
        acquire(2, Policy.SKIP, 1);
        release(2);

        assertThat(admitted()).containsExactly(id(1));
        assertThat(cancelled()).containsExactly(id(2));
        assertThat(((CancelExecution) sent.getLast()).reason()).startsWith("Not started: ");
        assertThat(state.admitted()).containsExactly(id(1));
    }

    @Test
    void cancel_running_ends_the_oldest_and_admits_the_new_one_at_once() {
        acquire(1, Policy.CANCEL_RUNNING, 2);
        acquire(2, Policy.CANCEL_RUNNING, 2);
        acquire(3, Policy.CANCEL_RUNNING, 2);
        release(1);

        assertThat(admitted()).containsExactly(id(1), id(2), id(3));
        assertThat(cancelled()).containsExactly(id(1));
        assertThat(state.admitted()).containsExactly(id(2), id(3));
    }

    @Test
    void an_acquire_that_comes_again_changes_nothing() {
        acquire(1, Policy.QUEUE, 1);
        acquire(2, Policy.QUEUE, 1);
        GateState before = state;

        acquire(2, Policy.QUEUE, 1);

        assertThat(state).isEqualTo(before);
        assertThat(sent).hasSize(1);
    }

    @Test
    void an_acquire_of_who_is_admitted_is_answered_again_because_the_answer_may_be_lost() {
        acquire(1, Policy.QUEUE, 1);
        GateState before = state;

        acquire(1, Policy.QUEUE, 1);

        assertThat(state).isEqualTo(before);
        assertThat(admitted()).containsExactly(id(1), id(1));
    }

    @Test
    void a_release_that_comes_again_frees_no_second_slot() {
        acquire(1, Policy.QUEUE, 1);
        acquire(2, Policy.QUEUE, 1);
        acquire(3, Policy.QUEUE, 1);

        release(1);
        release(1);

        assertThat(state.admitted()).containsExactly(id(2));
    }

    @Test
    void an_acquire_that_comes_after_its_release_takes_no_slot() {
        release(1);
        acquire(1, Policy.QUEUE, 1);

        assertThat(sent).isEmpty();
        assertThat(state.isIdle()).isTrue();
    }

    @Test
    void a_release_takes_an_execution_out_of_the_queue() {
        acquire(1, Policy.QUEUE, 1);
        acquire(2, Policy.QUEUE, 1);
        acquire(3, Policy.QUEUE, 1);

        release(2);
        release(1);

        assertThat(admitted()).containsExactly(id(1), id(3));
    }

    @Test
    void a_raised_limit_lets_waiting_executions_in() {
        acquire(1, Policy.QUEUE, 1);
        acquire(2, Policy.QUEUE, 1);

        acquire(3, Policy.QUEUE, 3);

        assertThat(admitted()).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void a_lowered_limit_admits_nobody_until_enough_have_left() {
        acquire(1, Policy.QUEUE, 2);
        acquire(2, Policy.QUEUE, 2);
        acquire(3, Policy.QUEUE, 1);

        release(1);
        assertThat(admitted()).containsExactly(id(1), id(2));
        release(2);
        assertThat(admitted()).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void only_so_many_are_remembered() {
        for (int number = 0; number < Gate.REMEMBERED + 10; number++) {
            release(number);
        }

        assertThat(state.released())
                .hasSize(Gate.REMEMBERED)
                .doesNotContain(id(0))
                .contains(id(Gate.REMEMBERED));
    }

    @Test
    void the_same_command_gives_the_same_command_ids() {
        AcquireSlot acquire = new AcquireSlot(new UUID(1, 1), KEY, id(1), 1, Policy.QUEUE, false);

        assertThat(Gate.apply(GateState.EMPTY, acquire)).isEqualTo(Gate.apply(GateState.EMPTY, acquire));
    }

    private void acquire(int execution, Policy policy, int limit) {
        acquire(execution, policy, limit, false);
    }

    private void acquire(int execution, Policy policy, int limit, boolean bulk) {
        apply(new AcquireSlot(new UUID(1, execution), KEY, id(execution), limit, policy, bulk));
    }

    private void release(int execution) {
        apply(new ReleaseSlot(new UUID(2, execution), KEY, id(execution)));
    }

    private void apply(ToGate command) {
        Gate.Outcome outcome = Gate.apply(state, command);
        state = outcome.next();
        sent.addAll(outcome.commands());
    }

    private List<ExecutionId> admitted() {
        return sent.stream()
                .filter(AdmitExecution.class::isInstance)
                .map(command -> ((AdmitExecution) command).executionId())
                .toList();
    }

    private List<ExecutionId> cancelled() {
        return sent.stream()
                .filter(CancelExecution.class::isInstance)
                .map(command -> ((CancelExecution) command).executionId())
                .toList();
    }

    private static ExecutionId id(int number) {
        return new ExecutionId(new UUID(7, number));
    }
}
