package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.testkit.RealPostgres;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class HumanTaskRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String APPROVAL = """
            {"specVersion": "1",
             "nodes": [{"id": "ask", "type": "human.approval", "name": "Ask",
                        "config": {"role": "SALES_MANAGER", "title": "Go on?", "due": "P1D"}},
                       {"id": "go", "type": "data.transform", "config": {"value": "gone on"}}],
             "edges": [{"source": "ask", "sourceHandle": "approved", "target": "go"}]}""";

    private final RealPostgres.Database database = RealPostgres.newDatabase();

    @Test
    void a_task_outlives_the_service_and_so_does_its_decision() {
        ExecutionId before;
        ExecutionId between;
        try (ConfigurableApplicationContext first = RestartIT.run(database, "people-restart")) {
            Http admin = Http.as("ADMIN", RestartIT.port(first));
            var workflow = first.getBean(Neighbours.class).publish("Asks", APPROVAL);
            before = admin.execute(workflow, "{}");
            between = admin.execute(workflow, "{}");
            awaitTask(admin, before);
            // The service is stopped right after this is answered.
            assertThat(decide(admin, awaitTask(admin, between))).isEqualTo(200);
        }

        try (ConfigurableApplicationContext second = RestartIT.run(database, "people-restart")) {
            Http admin = Http.as("ADMIN", RestartIT.port(second));
            assertThat(decide(admin, awaitTask(admin, before))).isEqualTo(200);

            for (ExecutionId id : List.of(before, between)) {
                assertThat(admin.awaitEnd(id).at("/output/go").asString()).isEqualTo("gone on");
            }
        }
    }

    private static int decide(Http person, String task) {
        return person.post("/api/tasks/" + task + "/decide", "{\"outcome\": \"APPROVED\"}")
                .status();
    }

    private static String awaitTask(Http person, ExecutionId id) {
        JsonNode page = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> person.get("/api/tasks?scope=all&executionId=" + id)
                                .json(),
                        tasks -> !tasks.path("items").isEmpty());
        return page.at("/items/0/id").asString();
    }
}
