package com.automatrix.local.chaos;

import com.automatrix.local.bench.Session;
import com.automatrix.local.bench.Workflow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts executions at a steady rate. A start that one replica does not answer is asked of the next one, with the same
 * idempotency key, as any client would that wants it exactly once.
 */
final class Starter implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST_ATTEMPTS = 300;
    private static final int MOST_AT_ONCE = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Session session;
    private final List<String> urls;
    private final List<Workflow> workflows;
    private final String run;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String token;
    private int next;

    /** @param run names this run in the idempotency keys */
    Starter(Session session, List<String> urls, List<Workflow> workflows, String run) {
        this.session = session;
        this.urls = urls;
        this.workflows = workflows;
        this.run = run;
        this.token = session.hub().token();
    }

    /** Starts as many a second for that long. */
    void start(int rate, Duration time) throws InterruptedException {
        var begin = System.nanoTime();
        var count = rate * time.toMillis() / 1_000;
        for (var i = 0; i < count; i++) {
            var due = begin + i * TimeUnit.SECONDS.toNanos(1) / rate;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            if (i % rate == 0) {
                token = session.hub().token();
            }
            places.acquire();
            var number = next++;
            clients.execute(() -> startOne(number));
        }
        places.acquire(MOST_AT_ONCE);
        places.release(MOST_AT_ONCE);
    }

    /** The ids of the executions whose start was answered. */
    Set<String> accepted() {
        return accepted;
    }

    /** Requests that were not answered as they should, and were repeated. */
    int errors() {
        return errors.get();
    }

    /** Starts that nobody ever answered. */
    int refused() {
        return refused.get();
    }

    private void startOne(int number) {
        try {
            for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                var id = post(urls.get((number + attempt) % urls.size()), number);
                if (id != null) {
                    accepted.add(id);
                    return;
                }
                errors.incrementAndGet();
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
            refused.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private @Nullable String post(String url, int number) throws InterruptedException {
        var workflow = workflows.get(number % workflows.size());
        var request = HttpRequest.newBuilder(URI.create(url + "/api/workflows/" + workflow.id() + "/execute"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", run + "-" + number)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("input", Map.of("n", number)))))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() / 100 == 2
                    ? JSON.readTree(response.body()).path("id").asString()
                    : null;
        } catch (IOException dead) {
            return null;
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
