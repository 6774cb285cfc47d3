package com.automatrix.ai.prompt;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.prompt.Asking.Asked;
import com.automatrix.ai.prompt.Asking.Outcome;
import com.automatrix.ai.prompt.PromptDiff.Line;
import com.automatrix.ai.prompt.PromptRun.Failure;
import com.automatrix.ai.prompt.PromptRun.Tested;
import com.automatrix.ai.provider.Message;
import com.automatrix.platform.problem.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a model for every test, and judges what it answers. */
@Component
final class CaseTester {

    /** Whoever waits for the answer does so for little more than a minute, and the last answer takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String TOO_LATE =
            "Expected to ask within %d seconds, but the tests before took longer. Run them again or with a faster model."
                    .formatted(PATIENCE.toSeconds());

    /** What is kept and shown of an answer. */
    private static final int LONGEST = 20_000;

    private static final int MOST_LINES = 500;

    private final Asking asking;
    private final InstantSource clock;
    private final PromptText texts = new PromptText();
    private final Expectations expectations = new Expectations();

    CaseTester(Asking asking, InstantSource clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** What came of each test; one that could not be begun in time fails and says so. */
    List<Tested> test(Origin origin, PromptContent content, String model, List<StoredCase> cases) {
        Instant last = clock.instant().plus(PATIENCE);
        return Asking.atOnce(
                cases,
                stored -> clock.instant().isAfter(last)
                        ? unasked(stored, model, "ai.not-asked", List.of(new Failure("", TOO_LATE)))
                        : tested(stored, origin, content, model));
    }

    private Tested tested(StoredCase stored, Origin origin, PromptContent content, String model) {
        AiCall call;
        try {
            call = texts.call("prompt.test", origin, content, stored.test().variables());
        } catch (Invalid badVariables) {
            List<Failure> failures = badVariables.violations().stream()
                    .map(violation -> new Failure(violation.pointer(), violation.message()))
                    .toList();
            return unasked(stored, model, badVariables.code(), failures);
        }
        List<Message> messages = new ArrayList<>(call.messages());
        messages.addAll(stored.test().besideMessages());
        return judged(stored, asking.ask(call.withMessages(messages).withModel(model), model));
    }

    private Tested judged(StoredCase stored, Asked asked) {
        PromptCase test = stored.test();
        AiAnswer answer = asked.answer();
        List<Failure> failures = answer == null
                ? List.of(new Failure("", String.valueOf(asked.outcome().message())))
                : expectations.failures(test.expect(), answer);
        return new Tested(
                stored.id(),
                test.name(),
                failures.isEmpty(),
                failures,
                difference(test.expect().exactly(), answer),
                shown(asked.outcome()));
    }

    private static Tested unasked(StoredCase stored, String model, String code, List<Failure> failures) {
        String message = failures.isEmpty() ? code : failures.getFirst().message();
        return new Tested(
                stored.id(), stored.test().name(), false, failures, List.of(), Outcome.of(model, code, message));
    }

    private static List<Line> difference(@Nullable String expected, @Nullable AiAnswer answer) {
        if (expected == null || answer == null) {
            return List.of();
        }
        List<String> wanted = expected.strip().lines().toList();
        List<String> given = answer.text().strip().lines().toList();
        return wanted.equals(given) || wanted.size() > MOST_LINES || given.size() > MOST_LINES
                ? List.of()
                : PromptDiff.lines(wanted, given);
    }

    /** The text says it all; an answer with fields is their JSON. */
    private static Outcome shown(Outcome outcome) {
        String text = outcome.text();
        return new Outcome(
                outcome.model(),
                text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…",
                null,
                outcome.usage(),
                outcome.latencyMs(),
                outcome.code(),
                outcome.message());
    }
}
