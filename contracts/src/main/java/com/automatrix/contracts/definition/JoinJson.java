package com.automatrix.contracts.definition;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Reads and writes the short JSON form of a {@link Join}. */
final class JoinJson {

    private JoinJson() {}

    static final class Serializer extends StdSerializer<Join> {

        Serializer() {
            super(Join.class);
        }

        @Override
        public void serialize(Join join, JsonGenerator generator, SerializationContext context) {
            switch (join) {
                case Join.All() -> generator.writeString("ALL");
                case Join.Any() -> generator.writeString("ANY");
                case Join.AtLeast(int n) -> {
                    generator.writeStartObject();
                    generator.writeNumberProperty("atLeast", n);
                    generator.writeEndObject();
                }
            }
        }
    }

    static final class Deserializer extends StdDeserializer<Join> {

        Deserializer() {
            super(Join.class);
        }

        @Override
        public Join deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode tree = context.readTree(parser);
            if (tree.isString() && "ALL".equals(tree.stringValue())) {
                return Join.ALL;
            }
            if (tree.isString() && "ANY".equals(tree.stringValue())) {
                return Join.ANY;
            }
            if (tree.isObject() && tree.size() == 1 && isPositive(tree.path("atLeast"))) {
                return new Join.AtLeast(tree.path("atLeast").intValue());
            }
            return context.reportInputMismatch(
                    Join.class, "Expected join to be \"ALL\", \"ANY\" or {\"atLeast\": n}, but got %s", tree);
        }

        private static boolean isPositive(JsonNode number) {
            return number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 1;
        }
    }
}
