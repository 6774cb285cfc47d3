package com.automatrix.contracts.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a whole double as a person would: {@code 2} instead of {@code 2.0}. */
public final class PlainNumberSerializer extends StdSerializer<Double> {

    private static final double LARGEST_EXACT = 9_007_199_254_740_992d;

    public PlainNumberSerializer() {
        super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator generator, SerializationContext context) {
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT) {
            generator.writeNumber(number.longValue());
        } else {
            generator.writeNumber(number);
        }
    }
}
