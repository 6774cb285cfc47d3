package com.automatrix.execution.consent;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dealership's own rules, which may only be stricter than the general ones.
 *
 * @param quietFrom when its quiet hours begin; the same as {@code quietTo} if it has none
 * @param quietTo when they end; they may pass midnight
 * @param dailyContactCap how many marketing messages a person gets in a day at most
 * @param zone where the dealership is
 */
public record ContactPolicy(LocalTime quietFrom, LocalTime quietTo, int dailyContactCap, ZoneId zone) {

    /** No call and no text before this hour where the person is (47 CFR 64.1200(c)(1)). */
    static final LocalTime OPENS = LocalTime.of(8, 0);

    /** Nor from this hour on. */
    static final LocalTime CLOSES = LocalTime.of(21, 0);

    private static final int DEFAULT_CAP = 2;
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("America/New_York");

    /** As the dealership's settings say; what they leave out, or what cannot be read, is as it is by default. */
    public static ContactPolicy of(Map<String, ?> settings) {
        LocalTime from = null;
        LocalTime to = null;
        if (settings.get("quietHours") instanceof Map<?, ?> quiet) {
            from = time(quiet.get("from"));
            to = time(quiet.get("to"));
        }
        int cap = settings.get("dailyContactCap") instanceof Number number ? number.intValue() : DEFAULT_CAP;
        ZoneId zone = Zones.parse(settings.get("timeZone"));
        return new ContactPolicy(
                from == null || to == null ? CLOSES : from,
                from == null || to == null ? OPENS : to,
                cap,
                zone == null ? DEFAULT_ZONE : zone);
    }

    /** Whether a person may be called or texted at this time of their day. */
    boolean allows(LocalTime time) {
        return !time.isBefore(OPENS) && time.isBefore(CLOSES) && !isQuiet(time);
    }

    private boolean isQuiet(LocalTime time) {
        if (quietFrom.equals(quietTo)) {
            return false;
        }
        boolean isAfterBegin = !time.isBefore(quietFrom);
        boolean isBeforeEnd = time.isBefore(quietTo);
        return quietFrom.isBefore(quietTo) ? isAfterBegin && isBeforeEnd : isAfterBegin || isBeforeEnd;
    }

    private static @Nullable LocalTime time(@Nullable Object text) {
        try {
            return text == null ? null : LocalTime.parse(text.toString());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
