package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.prompt.PromptRequests.Test;
import com.automatrix.ai.prompt.PromptRequests.Try;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.contracts.message.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks models for a person who writes a prompt: several side by side, or one for every test. */
@Component
final class PromptTrials {

    private static final int CASES_AT_ONCE = 8;

    private final PromptService service;
    private final StoredPrompts prompts;
    private final AiCalls calls;
    private final InstantSource clock;
    private final Expectations expectations = new Expectations();

    PromptTrials(PromptService service, StoredPrompts prompts, AiCalls calls, InstantSource clock) {
        this.service = service;
        this.prompts = prompts;
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
            @Nullable String message) {}

    record Tested(String name, boolean passed, List<String> failures, Outcome outcome) {}

    List<Outcome> tryOut(UUID id, Try request) {
        AiCall call = call("prompt.try", id, request.version(), request.content(), request.variables());
        return atOnce(
                request.models(), model -> ask(call.withModel(model), model).outcome());
    }

    List<Tested> test(UUID id, List<PromptCase> cases, Test request) {
        return atOnce(cases, tested -> {
            AiCall call = call("prompt.test", id, request.version(), request.content(), tested.variables());
            AiCall named = request.model() == null ? call : call.withModel(request.model());
            Asked asked = ask(named, request.model() == null ? "" : request.model());
            List<String> failures = asked.answer() == null
                    ? List.of(String.valueOf(asked.outcome().message()))
                    : expectations.failures(tested, asked.answer());
            return new Tested(tested.name(), failures.isEmpty(), failures, asked.outcome());
        });
    }

    private AiCall call(
            String purpose,
            UUID id,
            @Nullable Integer version,
            @Nullable PromptContent draft,
            Map<String, @Nullable Object> values) {
        if (draft == null) {
            return prompts.call(purpose, Origin.NONE, id, version, values);
        }
        new PromptText().check(draft);
        service.get(id);
        return prompts.call(purpose, Origin.NONE.withPrompt(id.toString(), null), draft, values);
    }

    private record Asked(Outcome outcome, @Nullable AiAnswer answer) {}

    private Asked ask(AiCall call, String model) {
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

    private static <T, R> List<R> atOnce(List<T> items, Function<T, R> work) {
        try (var threads =
                Executors.newFixedThreadPool(CASES_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Callable<R>> tasks = items.stream()
                    .<Callable<R>>map(item -> () -> work.apply(item))
                    .toList();
            return threads.invokeAll(tasks).stream().map(PromptTrials::result).toList();
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
