package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.contracts.message.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a model for a person, to whom a failure is an outcome like any other. */
@Component
final class Asking {

    private static final int AT_ONCE = 8;

    private final AiCalls calls;
    private final InstantSource clock;

    Asking(AiCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** What a model answered, or the code and the sentence of its failure. */
    record Outcome(
            String model,
            @Nullable String text,
            @Nullable Object json,
            @Nullable Usage usage,
            long latencyMs,
            @Nullable String code,
            @Nullable String message) {

        /** Nobody was asked. */
        static Outcome of(String model, String code, String message) {
            return new Outcome(model, null, null, null, 0, code, message);
        }
    }

    record Asked(Outcome outcome, @Nullable AiAnswer answer) {}

    Asked ask(AiCall call, String model) {
        Instant begin = clock.instant();
        try {
            AiAnswer answer = calls.ask(call);
            Outcome outcome = new Outcome(
                    answer.provider() + "/" + answer.model(),
                    answer.text(),
                    answer.json(),
                    answer.usage(),
                    since(begin),
                    null,
                    null);
            return new Asked(outcome, answer);
        } catch (ProviderException e) {
            return new Asked(new Outcome(model, null, null, e.usage(), since(begin), e.code(), e.sentence()), null);
        }
    }

    private long since(Instant begin) {
        return Duration.between(begin, clock.instant()).toMillis();
    }

    /** The results of work on all items, in their order; some of them at the same time. */
    static <T, R> List<R> atOnce(List<T> items, Function<T, R> work) {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Callable<R>> tasks = items.stream()
                    .<Callable<R>>map(item -> () -> work.apply(item))
                    .toList();
            return threads.invokeAll(tasks).stream().map(Asking::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected answers, but this service is stopping.", e);
        }
    }

    private static <R> R result(Future<R> done) {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected answers, but this service is stopping.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
