package com.automatrix.ai.prompt;

import com.automatrix.ai.call.Origin;
import com.automatrix.ai.prompt.PromptRequests.Run;
import com.automatrix.ai.prompt.PromptRun.Tested;
import com.automatrix.ai.provider.Providers;
import com.automatrix.platform.problem.Conflict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs all tests of a prompt and keeps what came of them. Models take long, so it is never inside a transaction. */
@Component
final class PromptRuns {

    private final PromptService prompts;
    private final PromptCaseService cases;
    private final CaseTester tester;
    private final Providers providers;
    private final InstantSource clock;

    PromptRuns(
            PromptService prompts,
            PromptCaseService cases,
            CaseTester tester,
            Providers providers,
            InstantSource clock) {
        this.prompts = prompts;
        this.cases = cases;
        this.tester = tester;
        this.providers = providers;
        this.clock = clock;
    }

    PromptRun run(UUID id, Run request, String author) {
        PromptSubject subject = prompts.subject(id, request.version(), request.content());
        List<StoredCase> all = cases.list(id).items();
        if (all.isEmpty()) {
            throw new Conflict("prompt.no-cases", "Expected prompt %s to have tests, but it has none.".formatted(id));
        }
        String named = request.model() == null ? subject.content().model() : request.model();
        String model = providers.target(named).text();
        Origin origin = Origin.NONE.withPrompt(id.toString(), subject.version());
        Instant begin = clock.instant();
        List<Tested> results = tester.test(origin, subject.content(), model, all);
        PromptRun run = new PromptRun(begin, author, subject.version(), model, PromptRun.sum(results), results);
        cases.keep(id, run);
        return run;
    }
}
