package com.automatrix.contracts.json;

import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes durations as people do, with whole days ({@code P7D}, {@code P1DT12H}) instead of {@code PT168H}. */
final class DurationSerializer extends StdSerializer<Duration> {

    DurationSerializer() {
        super(Duration.class);
    }

    @Override
    public void serialize(Duration duration, JsonGenerator generator, SerializationContext context) {
        generator.writeString(text(duration));
    }

    static String text(Duration duration) {
        long days = duration.toDays();
        Duration rest = duration.minusDays(days);
        if (days == 0) {
            return duration.toString();
        }
        String time = rest.isZero() ? "" : rest.toString().substring(1);
        return "P" + days + "D" + time;
    }
}
