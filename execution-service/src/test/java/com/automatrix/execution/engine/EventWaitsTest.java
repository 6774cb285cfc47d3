package com.automatrix.execution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.ExecutionCommand.UnsubscribeFromEvent;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventWaitsTest {

    private static final Map<String, Object> REPLY = Map.of(
            "correlation",
            Map.of(
                    "eventType", "com.automatrix.message.inbound.v1",
                    "event", "{{ input.person.personId }}",
                    "value", "{{ input.id }}"),
            "filter",
            "{{ input.channel = 'SMS' }}",
            "lookback",
            "PT5M",
            "timeout",
            "P2D");

    private static Scenario waiting() {
        Graph graph = Graph.graph()
                .step("reply", "flow.waitForEvent", REPLY)
                .work("answer", "remind")
                .edge("reply", "answer")
                .edge("reply", "timeout", "remind");
        return Scenario.execution(graph).starts(Map.of("id", "p-1"));
    }

    private static Input signal(UUID id, Object output) {
        return new Input.Signal(new SignalStep(id, Scenario.EXECUTION, StepRunId.of("reply"), "out", output, null));
    }

    @Test
    void a_waiting_step_subscribes_with_the_value_of_its_own_side() {
        Scenario scenario = waiting()
                .has("reply", StepStatus.WAITING)
                .is(ExecutionStatus.WAITING)
                .requests();

        assertThat(scenario.told()).singleElement().isInstanceOfSatisfying(SubscribeToEvent.class, subscribe -> {
            assertThat(subscribe.correlationKey())
                    .contains("com.automatrix.message.inbound.v1")
                    .contains("p-1");
            assertThat(subscribe.filter()).isEqualTo("{{ input.channel = 'SMS' }}");
            assertThat(subscribe.lookback()).isEqualTo(Duration.ofMinutes(5));
            assertThat(subscribe.until()).isEqualTo(Scenario.BEGINNING.plus(Duration.ofDays(2)));
        });
    }

    @Test
    void the_event_wakes_it_once() {
        Map<String, Object> event = Map.of("event", Map.of("id", "e-1"), "data", Map.of("text", "yes"));
        Scenario scenario = waiting().apply(signal(new UUID(3, 1), event)).requests("answer");

        assertThat(scenario.run("reply").output()).isEqualTo(event);
        scenario.apply(signal(new UUID(3, 1), event)).isIgnored();
        scenario.apply(signal(new UUID(3, 2), event)).isIgnored();
        scenario.onSuccess("answer").ends(ExecutionStatus.COMPLETED);
        assertThat(scenario.openTimers()).isEmpty();
    }

    @Test
    void a_wait_that_is_over_goes_its_own_way_and_unsubscribes() {
        Scenario scenario = waiting().onTimer(TimerKind.WAIT, "reply").requests("remind");

        assertThat(scenario.told()).singleElement().isInstanceOf(UnsubscribeFromEvent.class);
        scenario.apply(signal(new UUID(3, 1), Map.of())).isIgnored();
    }

    @Test
    void a_cancelled_wait_unsubscribes() {
        Scenario scenario = waiting().onCancel().ends(ExecutionStatus.CANCELLED);

        assertThat(scenario.told()).singleElement().isInstanceOf(UnsubscribeFromEvent.class);
    }

    @Test
    void an_empty_value_would_wait_for_anything_and_is_refused() {
        Scenario.execution(Graph.graph().step("reply", "flow.waitForEvent", REPLY))
                .starts(Map.of())
                .failsWith("wait.no-value");
    }

    @Test
    void a_signal_to_another_kind_of_step_changes_nothing() {
        Scenario.execution(Graph.graph().step("reply", "flow.wait", Map.of("duration", "PT1H")))
                .starts()
                .apply(signal(new UUID(3, 1), Map.of()))
                .isIgnored();
    }

    @Test
    void the_first_of_an_event_and_a_deadline_decides() {
        Map<String, Object> input = Map.of("person", Map.of("personId", "p-1"));

        Scenario late = Scenario.execution("race").starts(input).onTimer(TimerKind.WAIT, "tooLong");
        Scenario answered =
                Scenario.execution("race").starts(input).apply(signal(new UUID(3, 1), Map.of("data", "yes")));

        late.gives(Map.of("decide", Map.of("winner", "tooLong"))).ends(ExecutionStatus.COMPLETED);
        answered.gives(Map.of("decide", Map.of("winner", "reply"))).ends(ExecutionStatus.COMPLETED);
        assertThat(answered.openTimers()).isEmpty();
    }
}
