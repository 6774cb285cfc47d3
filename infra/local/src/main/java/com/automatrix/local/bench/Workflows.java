package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Publishes what is measured and takes it away at the end. */
public final class Workflows implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Session session;
    private final List<String> published = new ArrayList<>();

    public Workflows(Session session) {
        this.session = session;
    }

    /** Whether the catalogue has a step type of this name that can run. */
    boolean canRun(String stepType) {
        var hub = session.hub();
        return hub.expect(hub.get("/api/step-types"), "listing the step types")
                .path("items")
                .valueStream()
                .anyMatch(type -> type.path("type").asString("").equals(stepType)
                        && type.path("available").asBoolean(true));
    }

    public Workflow publish(String name, Map<String, Object> definition) {
        var hub = session.hub();
        var draft = Map.of("name", "Bench: " + name, "category", "SYSTEM", "definition", definition);
        var id = hub.expect(hub.post("/api/workflows", draft), "creating the workflow")
                .path("id")
                .asString();
        published.add(id);
        hub.expect(hub.post("/api/workflows/" + id + "/publish", Map.of()), "publishing the workflow");
        return new Workflow(id, Definitions.INPUT);
    }

    void awaitTrigger(Workflow workflow) {
        if (!Waiting.until(PATIENCE, PAUSE, () -> isActive(workflow))) {
            throw new Failure("Expected the trigger of workflow " + workflow.id() + " to become active within "
                    + PATIENCE.toSeconds() + " s, but it did not.");
        }
    }

    private boolean isActive(Workflow workflow) {
        var hub = session.hub();
        return hub.expect(hub.get("/api/triggers"), "listing the triggers")
                .path("items")
                .valueStream()
                .anyMatch(trigger -> trigger.path("workflowId").asString("").equals(workflow.id())
                        && trigger.path("active").asBoolean());
    }

    /** A workflow that stayed published would start with every event that another measures with. */
    @Override
    public void close() {
        published.forEach(id -> session.hub().delete("/api/workflows/" + id + "?force=true"));
    }
}
