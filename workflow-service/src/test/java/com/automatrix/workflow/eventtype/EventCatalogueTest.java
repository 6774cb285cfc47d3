package com.automatrix.workflow.eventtype;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.schema.SchemaCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCatalogueTest {

    private static final SchemaCheck SCHEMAS = new SchemaCheck();

    static List<EventTypeResponse> builtIn() {
        return BuiltInEventTypes.read();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void a_schema_stands_alone_and_its_example_fits(EventTypeResponse type) {
        assertThat(type.schema().toString()).doesNotContain("types.v1");
        assertThat(SCHEMAS.schema(type.schema())).isEmpty();
        assertThat(SCHEMAS.value(type.schema(), type.example())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void it_is_as_strict_as_the_schema_that_it_comes_from(EventTypeResponse type) {
        String name = type.type().substring("com.automatrix.".length());

        assertThat(SCHEMAS.value(type.schema(), Map.of("person", 1, "vehicle", 2)))
                .isEqualTo(SCHEMAS.event(name, Map.of("person", 1, "vehicle", 2)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void it_says_what_it_is_in_words(EventTypeResponse type) {
        assertThat(type.title()).isNotBlank();
        assertThat(type.description()).endsWith(".");
        assertThat(type.category()).isIn("sales", "service", "parts", "platform");
        assertThat(type.own()).isFalse();
    }
}
