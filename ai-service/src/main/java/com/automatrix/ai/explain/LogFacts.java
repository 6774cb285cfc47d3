package com.automatrix.ai.explain;

import com.automatrix.ai.explain.ExecutionLog.Execution;
import com.automatrix.ai.explain.ExecutionLog.Step;
import com.automatrix.ai.explain.Explanation.Failure;
import com.automatrix.ai.explain.Explanation.Sentence;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.TriggerRef;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what a log holds in sentences, by rules alone. What customers wrote or what steps have read does not occur in
 * them: only names of steps, ways, labels, times and errors.
 */
final class LogFacts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final long WORTH_SAYING_MS = 1_000;

    private LogFacts() {}

    static Explanation of(ExecutionLog log) {
        Execution execution = log.execution();
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(new Sentence(null, started(execution)));
        Map<String, List<Step>> runs = runs(log.steps());
        runs.values()
                .forEach(attempts ->
                        sentences.add(new Sentence(attempts.getLast().stepRunId(), step(attempts))));
        if (!log.isWhole()) {
            sentences.add(new Sentence(null, "The log goes on; its later steps are left out here."));
        }
        Failure failure = failure(execution, runs);
        sentences.add(new Sentence(null, ended(execution, runs)));
        if (failure != null) {
            sentences.add(new Sentence(failure.stepRunId(), failure.whatToDo()));
        }
        String text = sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
        return new Explanation(execution.id(), execution.status(), "log", text, sentences, failure);
    }

    /** The attempts of each step run, in the order in which they first appeared. */
    private static Map<String, List<Step>> runs(List<Step> steps) {
        Map<String, List<Step>> runs = new LinkedHashMap<>();
        steps.forEach(step ->
                runs.computeIfAbsent(step.stepRunId(), _ -> new ArrayList<>()).add(step));
        return runs;
    }

    private static String started(Execution execution) {
        return "“%s”, version %d, was started %s at %s."
                .formatted(
                        execution.workflowName(),
                        execution.workflowVersion(),
                        by(execution.trigger()),
                        TIME.format(execution.startedAt()));
    }

    private static String by(TriggerRef trigger) {
        String id = trigger.id() == null ? "" : " “" + trigger.id() + "”";
        return switch (trigger.kind()) {
            case API -> "by a person or another system";
            case EVENT -> "by the event " + trigger.eventType();
            case SCHEDULE -> "by its schedule" + id;
            case WEBHOOK -> "by its webhook" + id;
            case CALL -> "by a step of another execution";
        };
    }

    private static String step(List<Step> attempts) {
        Step last = attempts.getLast();
        String before = attempts.size() == 1
                ? ""
                : attempts.subList(0, attempts.size() - 1).stream()
                        .filter(attempt -> attempt.error() != null)
                        .map(attempt -> "attempt %d of “%s” failed with %s, "
                                .formatted(attempt.attempt(), last.name(), code(attempt.error())))
                        .collect(Collectors.joining());
        String sentence = before + outcome(last);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String outcome(Step step) {
        String name = "“" + step.name() + "”";
        return switch (step.status()) {
            case "COMPLETED" -> completed(name, step);
            case "FAILED" ->
                "%s failed%s with %s%s."
                        .formatted(name, attempt(step), code(step.error()), message(step.error()) + onError(step));
            case "SKIPPED" -> name + " was skipped, because no way led to it.";
            case "CANCELLED" -> name + " was cancelled.";
            case "RETRYING" -> "%s failed with %s and will be tried again.".formatted(name, code(step.error()));
            case "WAITING" -> name + " is waiting.";
            default -> name + " has begun and not ended.";
        };
    }

    private static String completed(String name, Step step) {
        String took = step.durationMs() != null && step.durationMs() >= WORTH_SAYING_MS
                ? " after " + words(step.durationMs())
                : "";
        List<String> ways = step.handles() == null
                ? List.of()
                : step.handles().stream().filter(way -> !way.equals("out")).toList();
        if (step.stepType().equals("flow.if")) {
            return ways.contains("true")
                    ? "%s: yes, so the way “true” was taken.".formatted(name)
                    : "%s: no, so the way “false” was taken.".formatted(name);
        }
        if (ways.isEmpty()) {
            return "%s was done%s.".formatted(name, took);
        }
        String way = ways.stream().map(one -> "“" + one + "”").collect(Collectors.joining(" and "));
        return "%s was done%s and went on by %s%s.".formatted(name, took, way, confidence(step));
    }

    private static String confidence(Step step) {
        return step.output() instanceof Map<?, ?> output && output.get("confidence") instanceof Number confidence
                ? String.format(Locale.ROOT, ", with a confidence of %.2f", confidence.doubleValue())
                : "";
    }

    private static String ended(Execution execution, Map<String, List<Step>> runs) {
        String after = execution.durationMs() == null ? "" : " after " + words(execution.durationMs());
        return switch (execution.status()) {
            case "COMPLETED" -> "It completed%s.".formatted(after);
            case "FAILED" -> "It failed%s.".formatted(after);
            case "CANCELLED" -> "It was cancelled%s.".formatted(after);
            case "COMPENSATED" -> "It failed%s, and what it had done was undone.".formatted(after);
            default -> execution.paused() ? "It is paused." : "It still runs" + waitingFor(runs) + ".";
        };
    }

    private static String waitingFor(Map<String, List<Step>> runs) {
        String open = runs.values().stream()
                .map(List::getLast)
                .filter(step -> step.finishedAt() == null && !step.status().equals("SKIPPED"))
                .map(step -> "“" + step.name() + "”")
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "" : " and waits for " + open;
    }

    /** The step whose error ended the execution, else the last step that failed. */
    private static @Nullable Failure failure(Execution execution, Map<String, List<Step>> runs) {
        Step failed = runs.values().stream()
                .map(List::getLast)
                .filter(step -> step.status().equals("FAILED") && step.error() != null)
                .filter(step -> execution.error() == null
                        || execution.error().nodeId() == null
                        || step.nodeId().equals(execution.error().nodeId()))
                .reduce((_, later) -> later)
                .orElse(null);
        if (failed != null && failed.error() != null) {
            StepError error = failed.error();
            return new Failure(
                    failed.stepRunId(),
                    failed.name(),
                    error.code(),
                    error.message(),
                    Advice.of(error.code(), error.retryable()));
        }
        if (execution.error() == null) {
            return null;
        }
        return new Failure(
                null,
                execution.error().nodeId(),
                execution.error().code(),
                execution.error().message(),
                Advice.of(execution.error().code(), false));
    }

    private static String attempt(Step step) {
        return step.attempt() > 1 ? " at attempt " + step.attempt() : "";
    }

    private static String code(@Nullable StepError error) {
        return error == null ? "an error" : error.code();
    }

    private static String message(@Nullable StepError error) {
        return error == null ? "" : ": " + error.message().replaceAll("\\.$", "");
    }

    private static String onError(Step step) {
        return step.handles() != null && step.handles().contains("error") ? "; it went on by its error way" : "";
    }

    private static String words(long millis) {
        Duration took = Duration.ofMillis(millis);
        if (took.toDays() > 0) {
            return "%d d %d h".formatted(took.toDays(), took.toHoursPart());
        }
        if (took.toHours() > 0) {
            return "%d h %d min".formatted(took.toHours(), took.toMinutesPart());
        }
        if (took.toMinutes() > 0) {
            return "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart());
        }
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
