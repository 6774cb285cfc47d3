package com.automatrix.execution.engine;

import com.automatrix.contracts.message.StepError;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code auto.businessHours}: whether a department is open now, and when that changes next. */
final class BusinessHours {

    static final String TYPE = "auto.businessHours";

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private BusinessHours() {}

    static void look(Transition transition, Place place, Map<String, Object> config) {
        Map<String, @Nullable Object> vars = transition.circumstances().vars();
        OpeningHours hours;
        try {
            hours = OpeningHours.of(vars, String.valueOf(config.get("department")));
        } catch (DateTimeException unreadable) {
            Failing.fail(
                    transition,
                    place,
                    StepError.permanent(
                            "business-hours.unreadable",
                            "Expected the settings to have readable times, but %s".formatted(unreadable.getMessage())));
            return;
        }
        Map<String, Object> output = output(hours, transition.now());
        String handle = Boolean.TRUE.equals(output.get(OPEN)) ? OPEN : CLOSED;
        Succeeding.inEngine(transition, place, new EngineSteps.Result(output, List.of(handle), null));
    }

    static Map<String, Object> output(OpeningHours hours, Instant now) {
        Map<String, Object> output = new LinkedHashMap<>();
        OpeningHours.Open found = hours.openAtOrAfter(now);
        boolean isOpen = found != null && !now.isBefore(found.from());
        output.put(OPEN, isOpen);
        OpeningHours.Open following = found != null && isOpen ? hours.openAtOrAfter(found.until()) : found;
        if (following != null) {
            output.put("nextOpening", following.from().toString());
        }
        if (found != null) {
            output.put("nextClosing", found.until().toString());
        }
        String holiday = hours.holidays().get(now.atZone(hours.zone()).toLocalDate());
        if (holiday != null) {
            output.put("holiday", holiday);
        }
        return output;
    }
}
