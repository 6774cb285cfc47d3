package com.automatrix.ai.step;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.CallRecord;
import com.automatrix.ai.call.Gate;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.call.Ports;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.provider.TestProviders;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import com.automatrix.testkit.ai.ScriptedAi;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The steps, asking a scripted server by the real client. */
final class TestSteps {

    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    static final String TEXT = "My VIN is 1HGCM82633A004352. I want to buy the blue Forte today!";

    static final UUID STORED = new UUID(0, 7);

    private static final Map<String, Map<String, Object>> CONFIGS = Map.of(
            "ai.generate", Map.of("prompt", "Answer politely.", "text", TEXT),
            "ai.classify", Map.of("text", TEXT, "labels", List.of("blue Forte", "service")),
            "ai.extract",
                    Map.of(
                            "text",
                            TEXT,
                            "schema",
                            Map.of(
                                    "type", "object",
                                    "properties", Map.of("vin", Map.of("type", "string")),
                                    "required", List.of("vin"))),
            "ai.summarize", Map.of("text", TEXT),
            "ai.agent", Map.of("goal", "Find out what the customer wants.", "text", TEXT));

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Queue<CallRecord> log = new ConcurrentLinkedQueue<>();
    private final Map<String, StepWorker> workers;

    TestSteps(ScriptedAi server, Duration timeout) {
        this(server, timeout, Gate.OPEN);
    }

    TestSteps(ScriptedAi server, Duration timeout, Gate gate) {
        Providers providers = TestProviders.of(server, timeout);
        var ports = new Ports(Ports.OPEN.privacy(), Ports.OPEN.budgets(), gate, Ports.OPEN.cache(), log::add);
        AiCalls calls = AiCalls.of(providers, ports, InstantSource.system(), metrics);
        AiStep step =
                new AiStep(TestSteps::prompt, providers, ContractJson.events(), metrics, InstantSource.fixed(NOW));
        workers = Map.of(
                "ai.generate", new GenerateWorker(calls, step),
                "ai.classify", new ClassifyWorker(calls, providers, step),
                "ai.extract", new ExtractWorker(calls, step),
                "ai.summarize", new SummarizeWorker(calls, step),
                "ai.agent", new AgentWorker(calls, step));
    }

    /** Knows one stored prompt. */
    private static AiCall prompt(
            String purpose, Origin origin, UUID id, @Nullable Integer version, Map<String, @Nullable Object> values) {
        if (id.equals(STORED)) {
            List<Message> messages = List.of(
                    Message.instructions("Speak like a friend."),
                    Message.data(ContractJson.events().writeValueAsString(values)));
            return AiCall.of(purpose, origin.withPrompt("friend", 3), messages).withModel("openai/scripted-friend");
        }
        throw new NotFound("prompt.not-found", "Expected a prompt %s, but there is none.".formatted(id));
    }

    /** With a config that suits the type. */
    StepResult run(String type) {
        return run(type, config(type));
    }

    StepResult run(String type, Map<String, Object> config) {
        return run(type, config, null);
    }

    /** A turn of an agent, with what the engine sends with it. */
    StepResult run(String type, Map<String, Object> config, @Nullable Object state) {
        try {
            return worker(type).execute(StepRequests.of(new UUID(0, 1), type, config, state));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String bulkhead(String type, Map<String, Object> config) {
        return worker(type).bulkhead(StepRequests.of(type, config));
    }

    private StepWorker worker(String type) {
        StepWorker worker = workers.get(type);
        if (worker == null) {
            throw new IllegalArgumentException(type);
        }
        return worker;
    }

    static Map<String, Object> config(String type) {
        return CONFIGS.getOrDefault(type, Map.of());
    }

    List<CallRecord> log() {
        return List.copyOf(log);
    }

    double count(String type, String outcome) {
        return metrics.counter("automatrix.ai.calls", "type", type, "outcome", outcome)
                .count();
    }

    static String outcome(StepResult result) {
        return switch (result) {
            case StepResult.Success _ -> "success";
            case StepResult.Failure failure -> failure.error().code();
            case StepResult.Continue _ -> "continue";
            case StepResult.Deferred _ -> "deferred";
        };
    }

    static Map<?, ?> output(StepResult result) {
        return result instanceof StepResult.Success success && success.output() instanceof Map<?, ?> output
                ? output
                : Map.of();
    }

    static List<String> handles(StepResult result) {
        return result instanceof StepResult.Success success && success.handles() != null
                ? success.handles()
                : List.of();
    }

    static StepError error(StepResult result) {
        return ((StepResult.Failure) result).error();
    }
}
