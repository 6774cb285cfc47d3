package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.ai.ScriptedAi;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyStepsTest {

    private static final int STEPS = 200;

    @Test
    void two_hundred_steps_wait_for_a_slow_model_at_once() throws Exception {
        try (ScriptedAi server = ScriptedAi.start(0);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var steps = new TestSteps(server, Duration.ofSeconds(60));
            Map<String, Object> config =
                    Map.of("prompt", "Answer.", "text", TestSteps.TEXT, "model", "scripted-delay-2000");
            long begin = System.nanoTime();

            var results = IntStream.range(0, STEPS)
                    .mapToObj(i -> threads.submit(() -> TestSteps.outcome(steps.run("ai.generate", config))))
                    .toList();
            for (Future<String> result : results) {
                assertThat(result.get()).isEqualTo("success");
            }

            assertThat(server.asked()).hasSize(STEPS);
            assertThat(server.mostAtOnce()).isGreaterThan(10);
            report(Duration.ofNanos(System.nanoTime() - begin), server.mostAtOnce());
        }
    }

    private static void report(Duration took, int mostAtOnce) {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        System.out.printf(
                "%d steps against a model of 2 s: %d ms, %d MB of heap, %d at once%n",
                STEPS, took.toMillis(), heap, mostAtOnce);
    }
}
