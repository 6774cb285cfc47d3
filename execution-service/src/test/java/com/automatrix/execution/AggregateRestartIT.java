package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.EventArrived;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.correlation.CorrelationKey;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.RealKafka;
import com.automatrix.testkit.RealPostgres;
import com.automatrix.testkit.TopicProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** On a broker of its own: a service of another test could ask for the same steps, and be answered too early. */
class AggregateRestartIT {

    private static final String INPUT = "{\"personId\": \"p-77\"}";

    private static final EventRef EVENT =
            new EventRef("e-1", "/test", "com.automatrix.lead.received.v1", null, null, null);

    private final RealPostgres.Database database = RealPostgres.newDatabase();
    private final String brokers = RealKafka.anotherBroker();

    @Test
    void a_queue_and_those_that_wait_for_an_event_survive_a_restart() {
        try (TopicProbe asked = TopicProbe.of(brokers, Topics.STEP_REQUESTED_AI);
                TopicProbe commands = TopicProbe.of(brokers, Topics.EXECUTION_COMMANDS)) {
            List<ExecutionId> ids;
            SubscribeToEvent subscription;
            try (ConfigurableApplicationContext first = run()) {
                Neighbours neighbours = first.getBean(Neighbours.class);
                WorkflowId limited = neighbours.publish("Limited", Definitions.limited("QUEUE"));
                Http operator = Http.as("OPERATOR", RestartIT.port(first));
                ids = IntStream.range(0, 3)
                        .mapToObj(number -> operator.execute(limited, INPUT))
                        .toList();
                subscription = subscription(neighbours);
                neighbours.tell(
                        Topics.EXECUTION_COMMANDS,
                        subscription.aggregateKey(),
                        MessageTypes.EXECUTION_COMMAND,
                        subscription);
                asked.await(message -> ids.stream().anyMatch(id -> id.toString().equals(message.key())));
            }

            try (ConfigurableApplicationContext second = run()) {
                CloudEventRecords events = second.getBean(CloudEventRecords.class);
                Neighbours neighbours = second.getBean(Neighbours.class);
                FakeWorker worker = second.getBean(FakeWorker.class);
                Http operator = Http.as("OPERATOR", RestartIT.port(second));

                List<String> waitingIds =
                        new ArrayList<>(ids.stream().map(ExecutionId::toString).toList());
                while (!waitingIds.isEmpty()) {
                    StepRequested request = events.data(
                            asked.await(message -> waitingIds.contains(message.key())), StepRequested.class);
                    worker.answer(request, new StepOutcome.Succeeded("hi", null));
                    assertThat(operator.awaitEnd(request.executionId())
                                    .path("status")
                                    .asString())
                            .isEqualTo("COMPLETED");
                    waitingIds.remove(request.executionId().toString());
                }

                EventArrived arrived = new EventArrived(
                        UUID.fromString(neighbours.newId()), subscription.correlationKey(), EVENT, "data", null);
                neighbours.tell(
                        Topics.EXECUTION_COMMANDS, arrived.aggregateKey(), MessageTypes.EXECUTION_COMMAND, arrived);
                String waiting = subscription.executionId().toString();
                assertThat(events.data(
                                commands.await(message -> waiting.equals(message.key())), ExecutionCommand.class))
                        .isInstanceOf(SignalStep.class);
            }
        }
    }

    private ConfigurableApplicationContext run() {
        return RestartIT.run(database, brokers, "aggregate-restart");
    }

    private static SubscribeToEvent subscription(Neighbours neighbours) {
        return new SubscribeToEvent(
                UUID.fromString(neighbours.newId()),
                CorrelationKey.of("com.automatrix.lead.received.v1", "{{ input.dealerId }}", neighbours.newId()),
                ExecutionId.parse(neighbours.newId()),
                StepRunId.of("wait"),
                null,
                null,
                null);
    }
}
