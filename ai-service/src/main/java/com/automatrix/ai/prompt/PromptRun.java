package com.automatrix.ai.prompt;

import com.automatrix.ai.call.Spent;
import com.automatrix.ai.prompt.Asking.Outcome;
import com.automatrix.ai.prompt.PromptDiff.Line;
import com.automatrix.contracts.message.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of all tests of a prompt.
 *
 * @param version null: a draft
 * @param model who was asked, such as {@code openai/gpt-5-mini}
 * @param usage of all tests together
 */
record PromptRun(
        Instant startedAt,
        String startedBy,
        @Nullable Integer version,
        String model,
        Usage usage,
        List<Tested> results) {

    PromptRun {
        results = List.copyOf(results);
    }

    static Usage sum(List<Tested> results) {
        Spent spent = new Spent();
        results.forEach(result -> spent.add(result.outcome().usage()));
        return spent.usage();
    }

    /**
     * What came of one test.
     *
     * @param difference line by line from what the answer must exactly be to what it is; empty where there is none
     */
    record Tested(
            UUID id, String name, boolean passed, List<Failure> failures, List<Line> difference, Outcome outcome) {

        Tested {
            failures = List.copyOf(failures);
            difference = List.copyOf(difference);
        }
    }

    /**
     * Why a test has not passed.
     *
     * @param pointer JSON Pointer into the test; empty: there was no answer
     */
    record Failure(String pointer, String message) {}
}
