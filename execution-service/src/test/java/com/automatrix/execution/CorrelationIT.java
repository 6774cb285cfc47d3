package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.EventArrived;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.correlation.CorrelationKey;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.TopicProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class CorrelationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LEAD = "com.automatrix.lead.received.v1";

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private CloudEventRecords events;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private TopicProbe commands;
    private String dealer;
    private WorkflowId waits;

    @BeforeEach
    void publishAWorkflowThatWaits() {
        dealer = neighbours.newId();
        waits = neighbours.publish("Waits", Definitions.awaitingLead("PT1H"));
        // Publications are taken in their order: once this one is known, the router knows the first.
        WorkflowId later = neighbours.publish("Greeting", Definitions.GREETING);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !jdbc.queryForList(
                                "SELECT 1 FROM published_workflows WHERE workflow_id = ?", later.value())
                        .isEmpty());
        commands = TopicProbe.of(Topics.EXECUTION_COMMANDS);
    }

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    void an_event_wakes_every_step_that_waits_for_its_value() {
        ExecutionId first = subscribe(null, null);
        ExecutionId second = subscribe("{{ input.channel = 'FORM' }}", null);
        ExecutionId third = subscribe("{{ input.channel = 'PHONE' }}", null);
        awaitWaiting(3);

        lead(neighbours.newId(), neighbours.newId());
        String eventId = neighbours.newId();
        lead(eventId, dealer);

        SignalStep signal = signalOf(first);
        assertThat(signal.stepRunId()).isEqualTo(StepRunId.of("wait"));
        assertThat(signal.handle()).isEqualTo("out");
        Map<?, ?> output = (Map<?, ?>) Objects.requireNonNull(signal.output());
        assertThat((Map<?, ?>) output.get("event")).extracting("id").isEqualTo(eventId);
        assertThat((Map<?, ?>) output.get("data")).extracting("dealerId").isEqualTo(dealer);
        signalOf(second);
        awaitWaiting(1);
        assertThat(commands.during(Duration.ZERO, third.toString())).isEmpty();
    }

    @Test
    void an_execution_waits_for_its_event_and_goes_on_with_it() {
        Http operator = Http.as("OPERATOR", port);
        ExecutionId id = operator.execute(waits, "{\"dealerId\": \"%s\"}".formatted(dealer));
        awaitWaiting(1);

        lead(neighbours.newId(), dealer);

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/wait/data/dealerId").asString()).isEqualTo(dealer);
    }

    @Test
    void an_event_that_came_before_counts_within_the_lookback() {
        lead(neighbours.newId(), dealer);
        commands.await(message -> command(message) instanceof EventArrived && key().equals(message.key()));

        ExecutionId without = subscribe(null, null);
        ExecutionId with = subscribe(null, Duration.ofMinutes(5));

        signalOf(with);
        assertThat(commands.during(Duration.ZERO, without.toString())).isEmpty();
    }

    @Test
    void duplicates_change_nothing() {
        ExecutionId waiting = ExecutionId.parse(neighbours.newId());
        SubscribeToEvent subscription = subscription(waiting, null, null);
        tell(subscription);
        tell(subscription);
        lead(neighbours.newId(), dealer);
        ConsumerRecord<String, byte[]> arrived =
                commands.await(message -> command(message) instanceof EventArrived && key().equals(message.key()));
        signalOf(waiting);

        tell(subscription);
        tell(command(arrived));
        // What comes after them on the same partition proves that they have been taken.
        signalOf(subscribe(null, Duration.ofHours(1)));

        assertThat(commands.during(Duration.ZERO, waiting.toString())).hasSize(1);
    }

    private ExecutionId subscribe(@Nullable String filter, @Nullable Duration lookback) {
        ExecutionId id = ExecutionId.parse(neighbours.newId());
        tell(subscription(id, filter, lookback));
        return id;
    }

    private SubscribeToEvent subscription(ExecutionId id, @Nullable String filter, @Nullable Duration lookback) {
        return new SubscribeToEvent(
                UUID.fromString(neighbours.newId()), key(), id, StepRunId.of("wait"), filter, lookback, null);
    }

    private String key() {
        return CorrelationKey.of(LEAD, "{{ input.dealerId }}", dealer);
    }

    private void tell(ExecutionCommand command) {
        neighbours.tell(Topics.EXECUTION_COMMANDS, command.aggregateKey(), MessageTypes.EXECUTION_COMMAND, command);
    }

    private void lead(String eventId, String ofDealer) {
        neighbours.happened(Topics.DEALERSHIP_SALES, LeadJourneyIT.lead(eventId, ofDealer));
    }

    private SignalStep signalOf(ExecutionId id) {
        return (SignalStep) command(commands.await(
                message -> id.toString().equals(message.key()) && command(message) instanceof SignalStep));
    }

    private void awaitWaiting(int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.queryForList("""
                                SELECT jsonb_array_length(convert_from(state, 'UTF8')::jsonb -> 'waiting')
                                  FROM aggregate_state WHERE kind = 'CORRELATION' AND key = ?""", Integer.class, key()).contains(count));
    }

    private ExecutionCommand command(ConsumerRecord<String, byte[]> message) {
        return events.data(message, ExecutionCommand.class);
    }
}
