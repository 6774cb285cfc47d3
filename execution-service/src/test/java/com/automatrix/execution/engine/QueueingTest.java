package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.ExecutionStatus.CANCELLED;
import static com.automatrix.execution.engine.ExecutionStatus.COMPLETED;
import static com.automatrix.execution.engine.ExecutionStatus.PENDING;
import static com.automatrix.execution.engine.ExecutionStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.definition.Concurrency.Policy;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.ReleaseSlot;
import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueingTest {

    private static final String KEY = Scenario.WORKFLOW + ":p-77";
    private static final Concurrency BY_PERSON = new Concurrency("{{ input.personId }}", 2, Policy.SKIP);
    private static final Map<String, Object> INPUT = Map.of("personId", "p-77");

    @Test
    void an_execution_with_a_limit_asks_its_gate_and_does_nothing_else() {
        Scenario scenario = execution(BY_PERSON).queues(INPUT).is(PENDING).requests();

        assertThat(scenario.history()).hasExactlyElementsOfTypes(ExecutionEvent.Queued.class);
        assertThat(scenario.openTimers()).isEmpty();
        assertThat(scenario.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        AcquireSlot.class,
                        acquire -> assertThat(acquire)
                                .isEqualTo(new AcquireSlot(
                                        acquire.commandId(), KEY, Scenario.EXECUTION, 2, Policy.SKIP, false)));
    }

    @Test
    void an_admitted_execution_starts_and_its_timeout_counts_from_then() {
        Scenario scenario =
                execution(BY_PERSON).queues(INPUT).onAdmission().is(RUNNING).requests("work");

        ExecutionEvent.Started started =
                (ExecutionEvent.Started) scenario.history().get(1);
        assertThat(started.input()).isEqualTo(INPUT);
        assertThat(started.startedBy()).isEqualTo("user");
        assertThat(started.deadline()).isEqualTo(Scenario.BEGINNING.plus(Graph.LIMITED_TIMEOUT));
        scenario.onAdmission().isIgnored();
    }

    @Test
    void the_slot_is_given_back_at_the_end_whatever_it_is() {
        Scenario completed =
                execution(BY_PERSON).starts(INPUT).onSuccess("work").ends(COMPLETED);
        Scenario failed = execution(BY_PERSON).starts(INPUT).onFailure("work").failsWith("test.failed");
        Scenario cancelled = execution(BY_PERSON).starts(INPUT).onCancel().ends(CANCELLED);
        Scenario overdue = execution(BY_PERSON).starts(INPUT).onTimer(TimerKind.EXECUTION_TIMEOUT, null);

        assertThat(List.of(completed, failed, cancelled, overdue)).allSatisfy(QueueingTest::hasReleased);
    }

    @Test
    void a_queued_execution_can_be_cancelled_and_leaves_the_queue() {
        Scenario scenario = execution(BY_PERSON).queues(INPUT).onCancel().ends(CANCELLED);

        hasReleased(scenario);
        scenario.onAdmission().isIgnored();
    }

    @Test
    void without_a_key_all_executions_of_the_workflow_are_counted_together() {
        Scenario scenario = execution(new Concurrency(null, 1, null)).queues(INPUT);

        assertThat(scenario.told())
                .singleElement()
                .extracting(ExecutionCommand::aggregateKey)
                .isEqualTo(Scenario.WORKFLOW + ":");
    }

    @Test
    void an_execution_whose_key_has_no_value_starts_at_once() {
        Scenario scenario = execution(BY_PERSON).queues(Map.of()).is(RUNNING).requests("work");

        assertThat(scenario.told()).isEmpty();
        scenario.onSuccess("work").ends(COMPLETED);
        assertThat(scenario.told()).isEmpty();
    }

    @Test
    void a_key_that_cannot_be_evaluated_fails_the_execution_with_the_sentence() {
        Scenario scenario = execution(new Concurrency("{{ $number(input.personId) }}", 1, null))
                .queues(INPUT);

        scenario.ends(ExecutionStatus.FAILED);
        assertThat(scenario.history())
                .hasExactlyElementsOfTypes(ExecutionEvent.Started.class, ExecutionEvent.Failed.class);
        assertThat(scenario.state().error())
                .satisfies(error -> assertThat(error.message()).startsWith("Expected"));
        assertThat(scenario.openTimers()).isEmpty();
        assertThat(scenario.told()).isEmpty();
    }

    @Test
    void a_queued_state_survives_being_stored() {
        Scenario scenario = execution(BY_PERSON).queues(INPUT);

        String stored = ContractJson.events().writeValueAsString(scenario.state());

        assertThat(ContractJson.events().readValue(stored, ExecutionState.class))
                .isEqualTo(scenario.state());
    }

    @Test
    void the_history_gives_the_same_state_again() {
        Scenario scenario = execution(BY_PERSON).starts(INPUT).onSuccess("work");

        assertThat(Scenario.remembering(scenario.state(), Scenario.replay(null, scenario.history())))
                .isEqualTo(scenario.state());
    }

    private static Scenario execution(Concurrency concurrency) {
        return Scenario.execution(Graph.limited(concurrency));
    }

    private static void hasReleased(Scenario scenario) {
        assertThat(scenario.told())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReleaseSlot.class,
                        release -> assertThat(release)
                                .isEqualTo(new ReleaseSlot(release.commandId(), KEY, Scenario.EXECUTION)));
    }
}
