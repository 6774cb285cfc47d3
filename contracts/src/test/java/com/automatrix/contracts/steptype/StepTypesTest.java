package com.automatrix.contracts.steptype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.automatrix.contracts.Examples;
import com.automatrix.contracts.schema.SchemaCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepTypesTest {

    private static final SchemaCheck CHECK = new SchemaCheck();

    static List<StepType> all() {
        return StepTypes.builtIn().all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void its_schemas_are_schemas_and_its_example_fits(StepType type) {
        assertThat(CHECK.schema(type.configSchema())).isEmpty();
        assertThat(CHECK.schema(type.outputSchema())).isEmpty();
        assertThat(CHECK.config(type.configSchema(), type.example())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_field_of_its_config_has_a_title_and_a_description(StepType type) {
        Map<?, ?> fields = (Map<?, ?>) type.configSchema().getOrDefault("properties", Map.of());

        assertThat(type.configSchema()).containsEntry("additionalProperties", false);
        assertThat(fields.values())
                .allSatisfy(field -> assertThat(field).asInstanceOf(MAP).containsKeys("title", "description"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_a_worker_runs_has_an_error_handle(StepType type) {
        if (type.runByWorker()) {
            assertThat(type.handles()).contains("error");
        }
        assertThat(type.handles()).doesNotHaveDuplicates();
        assertThat(type.worker()).isIn("engine", "io", "ai");
        assertThat(type.icon()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    void the_catalogue_lists_every_file() {
        assertThat(all().stream().map(StepType::type))
                .containsExactlyInAnyOrderElementsOf(
                        Examples.in("step-types").stream().map(Examples::name).toList());
    }

    @Test
    void all_can_be_executed() {
        assertThat(all().stream().filter(type -> !type.available()).map(StepType::type))
                .isEmpty();
    }

    @Test
    void the_containers_are_known() {
        assertThat(all().stream().filter(StepType::isContainer).map(StepType::type))
                .containsExactlyInAnyOrder("flow.foreach", "flow.repeat", "flow.scope", "flow.race");
    }

    @Test
    void only_what_is_for_measuring_is_hidden() {
        assertThat(all().stream().filter(StepType::isHidden).map(StepType::type))
                .containsExactly("bench.echo");
    }

    @Test
    void a_table_row_is_written_under_a_key() {
        Map<String, Object> schema =
                StepTypes.builtIn().find("data.table").orElseThrow().configSchema();

        assertThat(CHECK.config(schema, Map.of("table", "customers", "operation", "UPSERT", "row", Map.of())))
                .singleElement()
                .satisfies(found -> assertThat(found.message()).contains("key"));
        assertThat(CHECK.config(schema, Map.of("table", "customers", "operation", "FIND")))
                .isEmpty();
    }

    @Test
    void a_classifier_fires_its_labels() {
        StepType classify = StepTypes.builtIn().find("ai.classify").orElseThrow();

        assertThat(classify.handlesFor(Map.of("labels", List.of("hot", Map.of("label", "cold", "description", "…")))))
                .containsExactly("hot", "cold", "unsure", "error");
    }

    @Test
    void a_switch_fires_its_cases() {
        StepType route = StepTypes.builtIn().find("flow.switch").orElseThrow();

        assertThat(route.handlesFor(Map.of("cases", List.of(Map.of("handle", "sales"), Map.of("when", "{{ true }}")))))
                .containsExactly("sales", "default");
        assertThat(route.handlesFor(Map.of("cases", "none"))).containsExactly("default");
    }

    @Test
    void types_are_found_by_name() {
        StepTypes types =
                StepTypes.of(List.of(StepTypes.builtIn().find("flow.if").orElseThrow()));

        assertThat(types.find("flow.if")).isPresent();
        assertThat(types.find("flow.unknown")).isEmpty();
        assertThat(Set.copyOf(types.all())).hasSize(1);
    }
}
