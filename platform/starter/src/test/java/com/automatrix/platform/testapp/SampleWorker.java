package com.automatrix.platform.testapp;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Does what its config says, and counts. */
@Component
public class SampleWorker implements StepWorker {

    private final Map<String, AtomicInteger> started = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> interrupted = new ConcurrentHashMap<>();

    @Override
    public String type() {
        return "sample";
    }

    @Override
    public StepResult execute(StepRequested request) throws Exception {
        count(started, request);
        return switch (String.valueOf(request.config().get("do"))) {
            case "echo" -> StepResult.success(Map.of("echo", request.config(), "correlation", Correlation.current()));
            case "choose" -> StepResult.success(null, List.of("urgent"));
            case "nul" -> StepResult.success("a\u0000b");
            case "much" -> StepResult.success("x".repeat(2_000));
            case "refuse" -> StepResult.failure(StepError.permanent("sample.refused", "No."));
            case "block" -> block(request);
            default -> throw new IllegalStateException("boom");
        };
    }

    public int started(StepRequested request) {
        return started.getOrDefault(key(request), new AtomicInteger()).get();
    }

    public int interrupted(StepRequested request) {
        return interrupted.getOrDefault(key(request), new AtomicInteger()).get();
    }

    private StepResult block(StepRequested request) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return StepResult.success(null);
        } catch (InterruptedException stopped) {
            count(interrupted, request);
            throw stopped;
        }
    }

    private static void count(Map<String, AtomicInteger> counts, StepRequested request) {
        counts.computeIfAbsent(key(request), _ -> new AtomicInteger()).incrementAndGet();
    }

    private static String key(StepRequested request) {
        return request.executionId() + "/" + request.stepRunId() + "#" + request.attempt();
    }
}
