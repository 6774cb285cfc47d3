package com.automatrix.execution.history;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.testcase.Arrival;
import com.automatrix.contracts.testcase.Expected;
import com.automatrix.contracts.testcase.Mock;
import com.automatrix.contracts.testcase.TestCase;
import com.automatrix.execution.simulation.MockedStepTypes;
import com.automatrix.execution.steptype.KnownStepTypes;
import com.automatrix.platform.problem.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a test of what an execution did: its steps are answered as they were then, and the same is expected. */
@Component
class TestCaseRecording {

    private static final int MOST_ATTEMPTS = 2_000;
    private static final String WAIT = "flow.waitForEvent";

    private final ExecutionQueries queries;
    private final KnownStepTypes stepTypes;

    TestCaseRecording(ExecutionQueries queries, KnownStepTypes stepTypes) {
        this.queries = queries;
        this.stepTypes = stepTypes;
    }

    TestCase of(ExecutionDetail detail) {
        ExecutionResponse execution = detail.execution();
        if (execution.finishedAt() == null) {
            throw new Conflict(
                    "execution.not-finished",
                    "Expected execution %s to be finished, but it is %s."
                            .formatted(execution.id(), execution.status()));
        }
        List<StepLogResponse> attempts = attempts(execution.id());
        return new TestCase(
                "As execution %s went".formatted(execution.id()),
                null,
                execution.trigger().id(),
                execution.startedAt(),
                detail.input(),
                null,
                mocks(attempts, false),
                mocks(attempts, true),
                arrivals(attempts, execution.startedAt()),
                expected(detail, attempts));
    }

    private List<StepLogResponse> attempts(ExecutionId id) {
        List<StepLogResponse> attempts = queries.attempts(id, MOST_ATTEMPTS + 1);
        if (attempts.size() > MOST_ATTEMPTS) {
            throw new Conflict(
                    "execution.too-long-for-a-test",
                    "Expected an execution of at most %d attempts, but %s has more.".formatted(MOST_ATTEMPTS, id));
        }
        return attempts;
    }

    private @Nullable Map<String, List<Mock>> mocks(List<StepLogResponse> attempts, boolean compensations) {
        Map<String, List<Mock>> mocks = new LinkedHashMap<>();
        for (StepLogResponse attempt : attempts) {
            StepRunId id = StepRunId.parse(attempt.stepRunId());
            // A test answers an agent as a whole.
            if (id.isCompensation() == compensations
                    && !id.isOfAgent()
                    && isMocked(attempt.stepType())
                    && attempt.finishedAt() != null) {
                mock(attempt)
                        .ifPresent(mock -> mocks.computeIfAbsent(
                                        StepRunId.defined(attempt.nodeId()), step -> new ArrayList<>())
                                .add(mock));
            }
        }
        return mocks.isEmpty() ? null : mocks;
    }

    private boolean isMocked(String stepType) {
        return stepTypes.find(stepType).map(MockedStepTypes::isMocked).orElse(true);
    }

    /** What was cancelled was not answered. */
    private static Optional<Mock> mock(StepLogResponse attempt) {
        long seconds = attempt.durationMs() == null ? 0 : Math.round(attempt.durationMs() / 1000.0);
        Duration after = seconds == 0 ? null : Duration.ofSeconds(seconds);
        return switch (attempt.status()) {
            case "COMPLETED" -> Optional.of(new Mock(attempt.output(), handle(attempt), null, after));
            case "FAILED", "RETRYING" -> {
                StepError error = attempt.error() == null
                        ? StepError.permanent("step.failed", "The step failed.")
                        : attempt.error();
                yield Optional.of(new Mock(null, null, error, after));
            }
            default -> Optional.empty();
        };
    }

    private static @Nullable String handle(StepLogResponse attempt) {
        return attempt.handles().stream()
                .filter(handle -> !handle.equals(Edge.OUT))
                .findFirst()
                .orElse(null);
    }

    /** The events that steps were woken by. */
    private static @Nullable List<Arrival> arrivals(List<StepLogResponse> attempts, Instant startedAt) {
        List<Arrival> arrivals = new ArrayList<>();
        for (StepLogResponse attempt : attempts) {
            if (attempt.stepType().equals(WAIT)
                    && attempt.finishedAt() != null
                    && attempt.output() instanceof Map<?, ?> output
                    && output.get("event") instanceof Map<?, ?> event) {
                arrivals.add(new Arrival(
                        wholeSeconds(Duration.between(startedAt, attempt.finishedAt())),
                        String.valueOf(event.get("type")),
                        output.get("data")));
            }
        }
        return arrivals.isEmpty() ? null : arrivals;
    }

    /** Never earlier than it came: what it woke was waiting by then. */
    private static Duration wholeSeconds(Duration duration) {
        return Duration.ofSeconds(duration.plusMillis(999).toSeconds());
    }

    private static Expected expected(ExecutionDetail detail, List<StepLogResponse> attempts) {
        Set<String> path = new LinkedHashSet<>();
        Set<String> undone = new LinkedHashSet<>();
        for (StepLogResponse attempt : attempts) {
            if (attempt.startedAt() != null) {
                boolean undoes = StepRunId.parse(attempt.stepRunId()).isCompensation();
                (undoes ? undone : path).add(StepRunId.defined(attempt.nodeId()));
            }
        }
        ExecutionResponse execution = detail.execution();
        return new Expected(
                Expected.Status.valueOf(execution.status()),
                List.copyOf(path),
                null,
                undone.isEmpty() ? null : List.copyOf(undone),
                null,
                detail.output(),
                execution.error() == null ? null : execution.error().code(),
                null);
    }
}
