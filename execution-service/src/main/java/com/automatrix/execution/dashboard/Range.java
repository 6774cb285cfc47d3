package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.history.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of time in whole hours of UTC, by which figures are kept, or in whole days of a zone; in a zone that is half an
 * hour off, a day holds the hours that begin in it.
 *
 * @param workflowId null is all
 */
record Range(@Nullable WorkflowId workflowId, Instant from, Instant to, Bucket bucket, ZoneId zone) {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration MOST_HOURS = Duration.ofDays(3);
    private static final int MOST_BUCKETS = 1_000;

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** The length of a bar. */
    enum Bucket {
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Bucket(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    static Range read(DashboardRequest request, ZoneId usualZone, Instant now) {
        ZoneId asked = Parameters.zone(request.zone());
        ZoneId zone = asked == null ? usualZone : asked;
        Instant lastMoment = Parameters.instant("to", request.to());
        Instant to = lastMoment == null ? now : lastMoment;
        Instant firstMoment = Parameters.instant("from", request.from());
        Instant from = firstMoment == null ? to.minus(USUAL) : firstMoment;
        if (!from.isBefore(to)) {
            throw Parameters.refused("to", "Expected a time after %s, but got %s.".formatted(from, to));
        }
        if (from.isBefore(FIRST) || to.isAfter(LAST)) {
            throw Parameters.refused(
                    "from", "Expected times from %s to %s, but got %s to %s.".formatted(FIRST, LAST, from, to));
        }
        Bucket chosen = Parameters.one("bucket", request.bucket(), Bucket.class);
        Bucket usual = Duration.between(from, to).compareTo(MOST_HOURS) > 0 ? Bucket.DAY : Bucket.HOUR;
        Bucket bucket = chosen == null ? usual : chosen;
        long count = bucket.unit.between(from, to);
        if (count >= MOST_BUCKETS) {
            throw Parameters.refused(
                    "from",
                    "Expected a range of at most %d buckets, but it has %d. Ask for days, or for less."
                            .formatted(MOST_BUCKETS, count));
        }
        return new Range(
                Parameters.workflowId(request.workflowId()),
                begin(from, bucket, zone).toInstant(),
                end(to, bucket, zone),
                bucket,
                zone);
    }

    /** The range of the same length that ends where this one begins. */
    Range before() {
        Instant begin = switch (bucket) {
            case HOUR -> from.minus(Duration.between(from, to));
            case DAY -> {
                ZonedDateTime first = from.atZone(zone);
                yield first.minusDays(ChronoUnit.DAYS.between(first, to.atZone(zone)))
                        .toInstant();
            }
        };
        return new Range(workflowId, begin, from, bucket, zone);
    }

    /** The beginnings of its hours or days, one after another; a day has 23 or 25 hours where the clock is changed. */
    List<Instant> beginnings() {
        List<Instant> beginnings = new ArrayList<>();
        for (ZonedDateTime at = from.atZone(zone);
                at.toInstant().isBefore(to);
                at = begin(at.plus(1, bucket.unit).toInstant(), bucket, zone)) {
            beginnings.add(at.toInstant());
        }
        return beginnings;
    }

    private static ZonedDateTime begin(Instant moment, Bucket bucket, ZoneId zone) {
        return switch (bucket) {
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS).atZone(zone);
            case DAY -> moment.atZone(zone).toLocalDate().atStartOfDay(zone);
        };
    }

    private static Instant end(Instant moment, Bucket bucket, ZoneId zone) {
        ZonedDateTime begin = begin(moment, bucket, zone);
        return begin.toInstant().equals(moment)
                ? moment
                : begin(begin.plus(1, bucket.unit).toInstant(), bucket, zone).toInstant();
    }
}
