package com.automatrix.execution.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.Http;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class RepeatedEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private EventReceipts receipts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InstantSource clock;

    private Http operator;
    private String part;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
        part = neighbours.newId();
    }

    @Test
    void a_repeat_counts_for_nothing_for_seven_days_and_as_a_new_event_afterwards() {
        WorkflowId workflow = publish();
        String eventId = neighbours.newId();
        send(List.of(event(eventId, part, 1)));
        awaitStarted(workflow, 1);

        later(eventId, Duration.ofDays(7).minusMinutes(1));
        send(List.of(event(eventId, part, 1), event(neighbours.newId(), part, 2)));
        awaitStarted(workflow, 2);
        assertThat(inOrder(workflow)).containsExactly(part + " 1", part + " 2");

        later(eventId, Duration.ofDays(7).plusMinutes(1));
        send(List.of(event(eventId, part, 1)));
        awaitStarted(workflow, 3);
    }

    @Test
    void the_events_of_one_key_start_executions_in_their_order() {
        WorkflowId workflow = publish();
        List<String> events = new ArrayList<>();
        List<String> keys =
                IntStream.range(0, 5).mapToObj(key -> part + "-" + key).toList();
        for (int number = 0; number < 20; number++) {
            for (String key : keys) {
                events.add(event(neighbours.newId(), key, number));
            }
        }

        send(events);
        awaitStarted(workflow, events.size());

        List<String> started = inOrder(workflow);
        for (String key : keys) {
            assertThat(started.stream().filter(one -> one.startsWith(key + " ")))
                    .containsExactlyElementsOf(IntStream.range(0, 20)
                            .mapToObj(number -> key + " " + number)
                            .toList());
        }
    }

    /** As if the event had come so long ago, and what is old had been forgotten since. */
    private void later(String eventId, Duration age) {
        jdbc.sql("UPDATE event_receipts SET received_at = now() - make_interval(secs => ?) WHERE event_id = ?")
                .params(age.toSeconds(), eventId)
                .update();
        receipts.forgetBefore(clock.instant().minus(EventReceipts.REMEMBERED));
    }

    private WorkflowId publish() {
        WorkflowId workflow = neighbours.publish("Counts", """
                {"specVersion": "1", "edges": [],
                 "triggers": [{"id": "stock", "type": "event", "eventType": "com.automatrix.part.stock.changed.v1",
                               "filter": "{{ $contains(input.partNumber, '%s') }}"}],
                 "nodes": [{"id": "a", "type": "data.transform", "config": {"value": 1}}]}""".formatted(part));
        await().atMost(PATIENCE)
                .until(() -> operator.get("/api/triggers").response().body().contains(workflow.toString()));
        return workflow;
    }

    private static String event(String id, String key, int number) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "/dealers/d-1/dms", "partitionkey": "%s",
                 "type": "com.automatrix.part.stock.changed.v1",
                 "data": {"partNumber": "%s", "onHand": %d}}""".formatted(id, key, key, number);
    }

    private void send(List<String> events) {
        assertThat(operator.send(
                                "/api/events",
                                "[" + String.join(",", events) + "]",
                                "Content-Type",
                                "application/cloudevents-batch+json")
                        .status())
                .isEqualTo(202);
    }

    private void awaitStarted(WorkflowId workflow, int count) {
        await().atMost(PATIENCE).until(() -> inOrder(workflow).size() == count);
    }

    /** The ids of executions grow in the order in which they are started. */
    private List<String> inOrder(WorkflowId workflow) {
        return jdbc.sql("""
                        SELECT (input_data ->> 'partNumber') || ' ' || (input_data ->> 'onHand')
                          FROM workflow_executions WHERE workflow_id = ? ORDER BY id""")
                .param(workflow.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
