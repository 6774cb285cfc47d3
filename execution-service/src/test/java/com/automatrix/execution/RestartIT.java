package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.RealKafka;
import com.automatrix.testkit.RealPostgres;
import com.automatrix.testkit.TestTokens;
import com.automatrix.testkit.TopicProbe;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** On a broker of its own: a service of another test could ask for the same steps, and be answered too early. */
class RestartIT {

    private static final int EXECUTIONS = 100;

    private final RealPostgres.Database database = RealPostgres.newDatabase();
    private final String brokers = RealKafka.anotherBroker();

    @Test
    void executions_that_are_running_when_the_service_stops_all_end_after_it_is_back() {
        List<ExecutionId> ids;
        List<StepRequested> requests;
        try (TopicProbe asked = TopicProbe.of(brokers, Topics.STEP_REQUESTED_AI)) {
            try (ConfigurableApplicationContext first = run()) {
                Neighbours neighbours = first.getBean(Neighbours.class);
                CloudEventRecords events = first.getBean(CloudEventRecords.class);
                WorkflowId workflow = neighbours.publish("Asks", Definitions.worker("null", "PT5M"));
                Http operator = Http.as("OPERATOR", port(first));
                ids = IntStream.range(0, EXECUTIONS)
                        .mapToObj(i -> operator.execute(workflow, "{\"name\": \"Ada\"}"))
                        .toList();
                requests = ids.stream()
                        .map(id -> asked.await(message -> id.toString().equals(message.key())))
                        .map(message -> events.data(message, StepRequested.class))
                        .toList();
                // The service is stopped while it is still applying these.
                answer(first, requests.subList(0, EXECUTIONS / 2));
            }
        }

        try (ConfigurableApplicationContext second = run()) {
            // Those of before come once more, as after a crash of their worker.
            answer(second, requests);

            Http operator = Http.as("OPERATOR", port(second));
            for (ExecutionId id : ids) {
                assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("COMPLETED");
                assertThat(operator.logs(id)).hasSize(1);
            }
            JdbcTemplate jdbc = second.getBean(JdbcTemplate.class);
            String live = """
                    SELECT (SELECT count(*) FROM execution_state s WHERE s.id = e.id)
                         + (SELECT count(*) FROM timer t WHERE t.execution_id = e.id)
                      FROM workflow_executions e WHERE e.id = ?""";
            assertThat(ids)
                    .allSatisfy(id -> assertThat(jdbc.queryForObject(live, Integer.class, id.value()))
                            .isZero());
        }
    }

    private ConfigurableApplicationContext run() {
        return run(database, brokers, "restart");
    }

    /** The service as a process of its own would be, on a database and in a consumer group that outlive it. */
    static ConfigurableApplicationContext run(RealPostgres.Database database, String group, Class<?>... more) {
        return run(database, RealKafka.bootstrapServers(), group, more);
    }

    static ConfigurableApplicationContext run(
            RealPostgres.Database database, String brokers, String group, Class<?>... more) {
        return new SpringApplicationBuilder(ExecutionApplication.class, FakeWorker.class, Neighbours.class)
                .sources(more)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.kafka.bootstrap-servers=" + brokers,
                        "--automatrix.security.jwks-url=" + TestTokens.jwksUrl(),
                        "--automatrix.inbox.group=" + group,
                        "--automatrix.inbox.restart-pause=50ms",
                        "--automatrix.inbox.instance-id=" + group);
    }

    private static void answer(ConfigurableApplicationContext context, List<StepRequested> requests) {
        FakeWorker worker = context.getBean(FakeWorker.class);
        requests.forEach(request -> worker.answer(request, new StepOutcome.Succeeded("hi", null)));
    }

    static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }
}
