package com.automatrix.contracts.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a whole double as a person would: {@code 2} instead of {@code 2.0}. */
public final class PlainNumberSerializer extends StdSerializer<Double> {

    public PlainNumberSerializer() {
        super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator generator, SerializationContext context) {
        if (number.intValue() == number) {
            generator.writeNumber(number.intValue());
        } else {
            generator.writeNumber(number);
        }
    }
}
