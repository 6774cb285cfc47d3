package com.automatrix.execution.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the moments at which it is an allowed time of day in all of several zones. */
final class ContactHours {

    /** Each round passes at least one beginning of a day's window in one of the zones. */
    private static final int ROUNDS = 64;

    private static final int DAYS_AHEAD = 2;

    private ContactHours() {}

    /** The first allowed moment, which is now if now is one; empty if the zones have no allowed hour in common. */
    static Optional<Instant> next(List<ZoneId> zones, ContactPolicy policy, Instant now) {
        Instant moment = now;
        for (int round = 0; round < ROUNDS; round++) {
            Instant later = moment;
            for (ZoneId zone : zones) {
                Instant opens = opens(zone, policy, moment);
                if (opens == null) {
                    return Optional.empty();
                }
                later = opens.isAfter(later) ? opens : later;
            }
            if (later.equals(moment)) {
                return Optional.of(moment);
            }
            moment = later;
        }
        return Optional.empty();
    }

    /** The first allowed moment in one zone, from the given one on. */
    private static @Nullable Instant opens(ZoneId zone, ContactPolicy policy, Instant moment) {
        if (policy.allows(moment.atZone(zone).toLocalTime())) {
            return moment;
        }
        LocalDate today = moment.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day -> Stream.of(ContactPolicy.OPENS, policy.quietTo()).map(time -> at(day, time, zone)))
                .filter(candidate -> candidate.isAfter(moment)
                        && policy.allows(candidate.atZone(zone).toLocalTime()))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
