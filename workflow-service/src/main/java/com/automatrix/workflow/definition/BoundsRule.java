package com.automatrix.workflow.definition;

import com.automatrix.platform.time.Cron;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time make sense: none is zero or longer than a year, and they agree with each other. */
final class BoundsRule implements Rule {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration SHORTEST_SCHEDULE = Duration.ofMinutes(1);
    private static final int CRON_FIELDS = 5;
    private static final Pattern ONE_SECOND = Pattern.compile("\\d+");

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Map<?, ?> settings = object(examined.draft().fields(), "settings");
        Optional<Duration> whole = positive(settings, "timeout", "/settings", null, report);
        for (DraftNode node : examined.draft().nodes()) {
            checkNode(node, whole, report);
        }
        List<?> triggers = examined.draft().triggers();
        for (int index = 0; index < triggers.size(); index++) {
            if (triggers.get(index) instanceof Map<?, ?> trigger) {
                checkTrigger(trigger, "/triggers/" + index, report);
            }
        }
    }

    private static void checkNode(DraftNode node, Optional<Duration> whole, Consumer<Problem> report) {
        String id = node.id();
        Optional<Duration> timeout = positive(node.fields(), "timeout", node.pointer(), id, report);
        if (timeout.isPresent() && whole.isPresent() && timeout.get().compareTo(whole.get()) > 0) {
            report.accept(Problem.warning(
                    Codes.DEFINITION_OUT_OF_RANGE,
                    id,
                    node.pointer() + "/timeout",
                    "The step may take %s, but the whole execution ends after %s. Shorten the one or lengthen the other."
                            .formatted(timeout.get(), whole.get())));
        }
        checkRetry(object(node.fields(), "retry"), node.pointer() + "/retry", id, report);
        checkRetry(
                object(object(node.fields(), "compensation"), "retry"),
                node.pointer() + "/compensation/retry",
                id,
                report);
    }

    private static void checkRetry(Map<?, ?> retry, String pointer, String nodeId, Consumer<Problem> report) {
        Optional<Duration> initial = positive(retry, "initialInterval", pointer, nodeId, report);
        Optional<Duration> max = positive(retry, "maxInterval", pointer, nodeId, report);
        if (initial.isPresent() && max.isPresent() && initial.get().compareTo(max.get()) > 0) {
            report.accept(Problem.error(
                    Codes.DEFINITION_OUT_OF_RANGE,
                    nodeId,
                    pointer + "/initialInterval",
                    "The first wait of %s is longer than the longest one of %s. Shorten the first or lengthen the longest."
                            .formatted(initial.get(), max.get())));
        }
    }

    private static void checkTrigger(Map<?, ?> trigger, String pointer, Consumer<Problem> report) {
        Optional<Duration> every = positive(trigger, "every", pointer, null, report);
        if (every.isPresent() && every.get().compareTo(SHORTEST_SCHEDULE) < 0) {
            report.accept(Problem.error(
                    Codes.DEFINITION_OUT_OF_RANGE,
                    null,
                    pointer + "/every",
                    "A schedule starts at most once a minute, but this one every %s. Write PT1M or more."
                            .formatted(every.get())));
        }
        if (trigger.get("cron") instanceof String cron) {
            checkCron(cron, pointer + "/cron", report);
        }
        if (trigger.get("timeZone") instanceof String zone && !isZone(zone)) {
            report.accept(Problem.error(
                    Codes.DEFINITION_WRONG_FORMAT,
                    null,
                    pointer + "/timeZone",
                    "There is no time zone \"%s\". Write one like America/Toronto.".formatted(zone)));
        }
    }

    /** A number of fields that cannot be is the schema's. */
    private static void checkCron(String text, String pointer, Consumer<Problem> report) {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != CRON_FIELDS && fields.length != CRON_FIELDS + 1) {
            return;
        }
        try {
            Cron.parse(text);
        } catch (IllegalArgumentException unreadable) {
            report.accept(Problem.error(
                    Codes.SCHEDULE_UNREADABLE_CRON, null, pointer, String.valueOf(unreadable.getMessage())));
            return;
        }
        if (fields.length > CRON_FIELDS && !ONE_SECOND.matcher(fields[0]).matches()) {
            report.accept(
                    Problem.error(
                            Codes.DEFINITION_OUT_OF_RANGE,
                            null,
                            pointer,
                            "A schedule starts at most once a minute, but this one more often. Write one number for the second, or leave it out."));
        }
    }

    /** Reads a duration and reports one that is not above zero or too long; one that is none at all is the schema's. */
    private static Optional<Duration> positive(
            Map<?, ?> fields, String key, String pointer, @Nullable String nodeId, Consumer<Problem> report) {
        if (!(fields.get(key) instanceof String text)) {
            return Optional.empty();
        }
        Optional<Duration> duration = duration(text);
        if (duration.isPresent() && (duration.get().isZero() || duration.get().compareTo(LONGEST) > 0)) {
            report.accept(Problem.error(
                    Codes.DEFINITION_OUT_OF_RANGE,
                    nodeId,
                    Pointer.child(pointer, key),
                    "Expected a length of time above zero and of at most %d days, but it is %s."
                            .formatted(LONGEST.toDays(), text)));
            return Optional.empty();
        }
        return duration;
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException notADuration) {
            return Optional.empty();
        }
    }

    private static boolean isZone(String text) {
        try {
            ZoneId.of(text);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static Map<?, ?> object(Map<?, ?> fields, String key) {
        return fields.get(key) instanceof Map<?, ?> object ? object : Map.of();
    }
}
