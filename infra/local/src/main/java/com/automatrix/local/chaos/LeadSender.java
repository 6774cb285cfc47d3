package com.automatrix.local.chaos;

import com.automatrix.local.Failure;
import com.automatrix.local.bench.Session;
import com.automatrix.local.client.LeadDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends ADF documents through the gateway at a steady rate, each until it is answered with 2xx, as a provider does. */
final class LeadSender implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 8_000;
    private static final int MOST_ATTEMPTS = 60;
    /** While so many are not answered no more are sent: a provider waits too. */
    private static final int MOST_AT_ONCE = 100;

    private static final int ANSWERED = 2;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Session session;
    private final URI door;
    private final String run;
    private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String token;

    LeadSender(Session session, String url, String run) {
        this.session = session;
        this.door = URI.create(url + "/api/leads");
        this.run = run;
        this.token = session.hub().token();
    }

    /** Returns when {@link #stop} was called and every document has been answered or given up. */
    void send(int rate) {
        try {
            for (var number = 0; !over.await(TimeUnit.SECONDS.toMillis(1) / rate, TimeUnit.MILLISECONDS); number++) {
                if (number % rate == 0) {
                    renewToken();
                }
                places.acquire();
                var document = number;
                clients.execute(() -> sendOne(document));
            }
            places.acquire(MOST_AT_ONCE);
            places.release(MOST_AT_ONCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        over.countDown();
    }

    /** The numbers of the documents that were answered with 2xx. */
    Set<Integer> accepted() {
        return accepted;
    }

    /** Requests that were not answered as they should, and were repeated. */
    int errors() {
        return errors.get();
    }

    /** Documents that nobody ever took. */
    int refused() {
        return refused.get();
    }

    private void renewToken() {
        try {
            token = session.hub().token();
        } catch (Failure noOneToSignInWith) {
            // The one at hand is valid for minutes yet, and the next second asks again.
            errors.incrementAndGet();
        }
    }

    private void sendOne(int number) {
        try {
            var pause = FIRST_PAUSE_MILLIS;
            for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                if (isTaken(number)) {
                    accepted.add(number);
                    return;
                }
                errors.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
            refused.incrementAndGet();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private boolean isTaken(int number) throws InterruptedException {
        var request = HttpRequest.newBuilder(door)
                .timeout(PATIENCE)
                .header("Content-Type", "application/xml")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(LeadDocument.of(run, number)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == ANSWERED;
        } catch (IOException dead) {
            return false;
        }
    }

    @Override
    public void close() {
        stop();
        clients.shutdownNow();
    }
}
