package com.automatrix.execution.history;

import com.automatrix.contracts.id.WorkflowId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which figures to show.
 *
 * @param workflowId null is all
 * @param from the beginning of an hour
 * @param to the end of an hour
 * @param zone whose days are counted
 */
record MetricsFilter(@Nullable WorkflowId workflowId, Instant from, Instant to, Bucket bucket, ZoneId zone) {

    private static final Duration USUAL_RANGE = Duration.ofDays(1);
    private static final int MOST_BUCKETS = 1_000;

    /** The length of a part. */
    enum Bucket {
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS);

        private final ChronoUnit unit;

        Bucket(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    static MetricsFilter read(MetricsRequest request, Instant now) {
        Instant to = Parameters.instant("to", request.to());
        Instant end = ceiling(to == null ? now : to);
        Instant from = Parameters.instant("from", request.from());
        Instant begin = from == null ? end.minus(USUAL_RANGE) : from.truncatedTo(ChronoUnit.HOURS);
        if (!begin.isBefore(end)) {
            throw Parameters.refused("to", "Expected a time after %s, but got %s.".formatted(begin, end));
        }
        ZoneId zone = Parameters.zone(request.zone());
        Bucket chosen = Parameters.one("bucket", request.bucket(), Bucket.class);
        Bucket bucket = chosen == null ? Bucket.HOUR : chosen;
        long count = bucket.unit.between(begin, end);
        if (count > MOST_BUCKETS) {
            throw Parameters.refused(
                    "from",
                    "Expected a range of at most %d buckets, but it has %d. Ask for days, or for less."
                            .formatted(MOST_BUCKETS, count));
        }
        return new MetricsFilter(
                Parameters.workflowId(request.workflowId()),
                begin,
                end,
                bucket,
                zone == null ? ZoneId.of("UTC") : zone);
    }

    private static Instant ceiling(Instant moment) {
        Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(moment) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }
}
