package com.automatrix.contracts.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON policies of the product. Both write ISO-8601 times and durations, keep the order of record components and
 * leave out null components (a null inside a plain JSON tree is kept).
 */
public final class ContractJson {

    private static final JsonMapper EVENTS =
            builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final JsonMapper DEFINITIONS =
            builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ContractJson() {}

    /** For messages, events and stored state: unknown fields are ignored, so that a producer may add some. */
    public static JsonMapper events() {
        return EVENTS;
    }

    /** For workflow definitions and request bodies: an unknown field is an error at its pointer. */
    public static JsonMapper definitions() {
        return DEFINITIONS;
    }

    /** A fresh builder with the policy that both mappers have in common, for whoever must add modules. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .addModule(new SimpleModule("automatrix-contracts")
                        .addSerializer(Duration.class, new DurationSerializer()))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                // A predicate such as isError() says something about a record; it is no part of it.
                .changeDefaultVisibility(
                        visibility -> visibility.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
