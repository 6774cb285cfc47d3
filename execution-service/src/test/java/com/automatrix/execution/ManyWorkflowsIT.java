package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.testkit.RealPostgres;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** However many workflows are published: a service that starts anew knows them all. */
class ManyWorkflowsIT {

    private static final Logger log = LoggerFactory.getLogger(ManyWorkflowsIT.class);
    private static final int WORKFLOWS = 200;

    @Test
    void a_service_that_starts_with_an_empty_database_has_every_trigger_of_what_was_published() {
        Set<WorkflowId> published;
        try (ConfigurableApplicationContext first = run("many-first")) {
            Neighbours neighbours = first.getBean(Neighbours.class);
            published = IntStream.range(0, WORKFLOWS)
                    .mapToObj(
                            index -> neighbours.publish("Many " + index, Definitions.LEAD.formatted("dealer " + index)))
                    .collect(Collectors.toSet());
        }

        long begin = System.nanoTime();
        try (ConfigurableApplicationContext second = run("many-second")) {
            long up = System.nanoTime();
            Http viewer = Http.as("VIEWER", RestartIT.port(second));
            Awaitility.await()
                    .atMost(Http.PATIENCE)
                    .until(() -> activeTriggers(viewer).containsAll(published));
            log.info(
                    "published={} up after {} ms, all triggers active {} ms later",
                    WORKFLOWS,
                    (up - begin) / 1_000_000,
                    (System.nanoTime() - up) / 1_000_000);

            assertThat(activeTriggers(viewer)).containsAll(published);
            // Other tests need not look at them.
            published.forEach(second.getBean(Neighbours.class)::unpublish);
        }
    }

    private static ConfigurableApplicationContext run(String group) {
        return RestartIT.run(RealPostgres.newDatabase(), group);
    }

    private static List<WorkflowId> activeTriggers(Http viewer) {
        return viewer.get("/api/triggers")
                .json()
                .path("items")
                .valueStream()
                .filter(trigger -> trigger.path("active").asBoolean())
                .map(trigger -> WorkflowId.parse(trigger.path("workflowId").asString()))
                .toList();
    }
}
