package com.automatrix.execution.engine;

import static com.automatrix.execution.engine.Graph.graph;
import static com.automatrix.execution.engine.Scenario.execution;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an execution has lost is set again. */
class RevivingTest {

    @Test
    void lost_timers_are_set_again_for_the_same_time() {
        Scenario scenario = execution(graph().work("ask")
                        .step("pause", "flow.wait", Map.of("duration", "PT1H"))
                        .timeout(Duration.ofDays(2)))
                .starts();
        List<EngineCommand.SetTimer> lost = scenario.openTimers();

        scenario.losesItsTimers().onRevival();

        assertThat(scenario.openTimers()).hasSize(3).containsExactlyInAnyOrderElementsOf(lost);
        assertThat(scenario.requested()).isEmpty();
    }

    @Test
    void a_worker_that_is_overdue_by_the_state_may_have_sent_heartbeats_and_gets_more_time() {
        Scenario scenario = execution(graph().work("ask").step("pause", "flow.wait", Map.of("duration", "PT1H")))
                .starts();
        scenario.onTimer(TimerKind.WAIT, "pause").onAnswer("ask", 1, new StepOutcome.Running());

        scenario.losesItsTimers().onRevival();

        assertThat(scenario.openTimers())
                .containsExactly(new EngineCommand.SetTimer(
                        TimerKey.stepTimeout(scenario.run("ask").id(), 1),
                        scenario.now().plus(Deadlines.OF_ATTEMPT)));
    }

    @Test
    void the_next_round_of_a_loop_comes_when_it_would_have_come() {
        Scenario scenario = execution(
                        graph().step("loop", "flow.repeat", Map.of("until", "{{ false }}", "delay", "PT1M"))
                                .work("poll")
                                .inside("loop", "poll"))
                .starts()
                .onSuccess("poll[0]");
        List<EngineCommand.SetTimer> lost = scenario.openTimers();

        scenario.losesItsTimers().onRevival();

        assertThat(scenario.openTimers()).isEqualTo(lost);
        scenario.onTimer(TimerKind.ITERATION, "loop").requests("poll[1]");
    }

    @Test
    void a_step_that_waits_for_an_event_subscribes_again_by_another_command() {
        Map<String, String> correlation =
                Map.of("eventType", "lead", "event", "{{ input.personId }}", "value", "{{ input.personId }}");
        Scenario scenario = execution(graph().step(
                                "answer",
                                EventWaits.TYPE,
                                Map.of("correlation", correlation, "lookback", "PT1M", "timeout", "P1D")))
                .starts(Map.of("personId", "p-77"));
        SubscribeToEvent first = told(scenario, SubscribeToEvent.class).getFirst();

        SubscribeToEvent again =
                told(scenario.onRevival(), SubscribeToEvent.class).getFirst();

        assertThat(again).usingRecursiveComparison().ignoringFields("commandId").isEqualTo(first);
        assertThat(again.commandId()).isNotEqualTo(first.commandId());
    }

    @Test
    void an_execution_in_a_queue_asks_its_gate_again() {
        Scenario scenario =
                execution(Graph.limited(new Concurrency(null, 1, null))).queues(null);
        AcquireSlot first = told(scenario, AcquireSlot.class).getFirst();

        AcquireSlot again = told(scenario.onRevival(), AcquireSlot.class).getFirst();

        assertThat(again).usingRecursiveComparison().ignoringFields("commandId").isEqualTo(first);
        scenario.is(ExecutionStatus.PENDING);
    }

    @Test
    void a_call_whose_start_was_lost_starts_the_same_execution() {
        Scenario scenario = execution("call-workflow").starts(Map.of());
        while (told(scenario, StartExecution.class).isEmpty()) {
            scenario.onSuccess(scenario.requested().getFirst());
        }
        StartExecution first = told(scenario, StartExecution.class).getFirst();

        assertThat(told(scenario.onRevival(), StartExecution.class)).containsExactly(first);
    }

    @Test
    void an_execution_that_has_ended_is_not_revived() {
        execution(graph().work("ask")).starts().onSuccess("ask").onRevival().isIgnored();
    }

    @Test
    void a_paused_execution_is_not_revived() {
        execution(graph().work("ask")).starts().onPause().onRevival().isIgnored();
    }

    private static <C> List<C> told(Scenario scenario, Class<C> type) {
        return scenario.commands().stream()
                .filter(EngineCommand.Tell.class::isInstance)
                .map(command -> ((EngineCommand.Tell) command).command())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
