package com.automatrix.local.client;

import com.automatrix.local.Failure;
import com.automatrix.local.Settings;
import com.automatrix.local.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A lead of another system runs through a workflow made from a template; the steps are printed as they were logged. */
public final class Demo {
    private static final String LEAD_TYPE = "com.automatrix.lead.received.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "CANCELLED");
    private static final String DEALER = "d-100";
    private static final String TEMPLATE = "internet-lead-preparation";

    private final Settings settings;
    private final Hub hub;

    private Demo(Settings settings) {
        this.settings = settings;
        this.hub = Hub.signedIn(settings);
    }

    public static void main(String[] arguments) {
        try {
            System.exit(new Demo(Settings.of(System.getenv())).run() ? 0 : 1);
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private boolean run() {
        var template = salesTemplate();
        var workflowId = instantiate(template);
        hub.expect(hub.post("/api/workflows/" + workflowId + "/publish", Map.of("note", "demo")), "publishing");
        System.out.println("Published \"" + template.path("name").asString() + "\" as workflow " + workflowId + ".");
        awaitTrigger(workflowId);
        var eventId = publishLead();
        System.out.println("Another process published " + LEAD_TYPE + " " + eventId + " on Kafka.");
        var execution = awaitEnd(workflowId, eventId);
        print(execution);
        return execution.path("status").asString().equals("COMPLETED");
    }

    private JsonNode salesTemplate() {
        var templates = hub.expect(hub.get("/api/templates?category=SALES"), "listing the templates");
        return templates
                .path("items")
                .valueStream()
                .filter(template -> template.path("slug").asString("").equals(TEMPLATE))
                .findFirst()
                .orElseThrow(
                        () -> new Failure("Expected the template \"" + TEMPLATE + "\", but got " + templates + "."));
    }

    private String instantiate(JsonNode template) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        template.path("parameters").forEach(parameter -> {
            var value = parameter.path("default").isMissingNode()
                            || parameter.path("default").isNull()
                    ? parameter.path("example")
                    : parameter.path("default");
            if (!value.isMissingNode() && !value.isNull()) {
                parameters.put(parameter.path("name").asString(), value);
            }
        });
        var path = "/api/templates/" + template.path("id").asString() + "/instantiate";
        return hub.expect(hub.post(path, Map.of("parameters", parameters)), "instantiating the template")
                .path("workflowId")
                .asString();
    }

    private void awaitTrigger(String workflowId) {
        var active = Waiting.until(
                PATIENCE,
                PAUSE,
                () -> hub.expect(hub.get("/api/triggers"), "listing the triggers")
                        .path("items")
                        .valueStream()
                        .anyMatch(
                                trigger -> trigger.path("workflowId").asString().equals(workflowId)
                                        && trigger.path("active").asBoolean()));
        if (!active) {
            throw new Failure("Expected the trigger of workflow " + workflowId + " to become active within "
                    + PATIENCE.toSeconds() + " s, but it did not.");
        }
    }

    private String publishLead() {
        var leadId = "L-" + UUID.randomUUID();
        var document = settings.root().resolve("contracts/src/main/resources/contracts/asyncapi.yaml");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LeadPublisher.class.getName(),
                document.toString(),
                "localhost:" + settings.ports().kafka(),
                LEAD_TYPE,
                DEALER + ":" + leadId);
        try {
            var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().write(lead(leadId).getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Failure("Expected the other process to publish the lead, but it failed: see above.");
            }
            return output.lines().reduce("", (_, last) -> last);
        } catch (IOException failure) {
            throw new Failure("Expected to start the other process, but: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private static String lead(String leadId) {
        return """
            {
              "leadId": "%s",
              "dealerId": "%s",
              "receivedAt": "%s",
              "channel": "FORM",
              "leadType": "SALES",
              "person": {
                "firstName": "Jane",
                "lastName": "Miller",
                "emails": [{ "value": "jane.miller@example.test" }]
              },
              "vehiclesOfInterest": [{ "year": 2024, "make": "Toyota", "model": "RAV4" }],
              "comments": "I would like to take the RAV4 for a test drive on Saturday morning. Can you have it ready?"
            }
            """.formatted(leadId, DEALER, Instant.now());
    }

    private JsonNode awaitEnd(String workflowId, String eventId) {
        var found = new AtomicReference<@Nullable JsonNode>();
        Waiting.until(PATIENCE, PAUSE, () -> {
            var list = hub.expect(hub.get("/api/executions?workflowId=" + workflowId), "listing the executions");
            list.path("items")
                    .valueStream()
                    .filter(it ->
                            it.path("trigger").path("eventId").asString("").equals(eventId))
                    .forEach(found::set);
            var execution = found.get();
            return execution != null && ENDED.contains(execution.path("status").asString());
        });
        var execution = found.get();
        if (execution == null) {
            throw new Failure(
                    "Expected the lead to start an execution within " + PATIENCE.toSeconds() + " s, but it did not.");
        }
        return execution;
    }

    private void print(JsonNode execution) {
        var id = execution.path("id").asString();
        System.out.printf(
                "%nExecution %s: %s in %d ms%n%n",
                id,
                execution.path("status").asString(),
                execution.path("durationMs").asLong());
        System.out.printf("  %-24s %-18s %-10s %9s%n", "step", "type", "status", "ms");
        hub.expect(hub.get("/api/executions/" + id + "/logs?limit=100"), "reading the steps")
                .path("items")
                .forEach(Demo::printStep);
        var error = execution.path("error");
        if (error.isObject()) {
            System.out.printf(
                    "%n  %s: %s%n",
                    error.path("code").asString(), error.path("message").asString());
        }
        System.out.printf("%nSee it at %s/executions/%s%n", settings.url(), id);
    }

    private static void printStep(JsonNode step) {
        System.out.printf(
                "  %-24s %-18s %-10s %9s%n",
                step.path("stepRunId").asString(),
                step.path("stepType").asString(),
                step.path("status").asString(),
                step.path("durationMs").isNumber() ? step.path("durationMs").asLong() : "");
    }
}
