package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class IoWorkerIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private JdbcClient jdbc;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void an_echo_comes_back_from_the_worker() {
        JsonNode ended = run("""
                {"id": "echo", "type": "bench.echo", "config": {"value": {"number": "{{ input.number }}"}}}""", "{\"number\": 7}");

        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/echo/value/number").asInt()).isEqualTo(7);
    }

    @Test
    void a_customer_is_found_by_the_value_of_a_column() {
        JsonNode ended = run("""
                {"id": "customer", "type": "data.table",
                 "config": {"table": "customers", "operation": "FIND", "where": {"email": "{{ input.email }}"}}}""", "{\"email\": \"maria.alvarez@example.com\"}");

        JsonNode output = ended.at("/output/customer");
        assertThat(output.path("count").asInt()).isEqualTo(1);
        assertThat(output.at("/rows/0/key").asString()).isEqualTo("C-1001");
        assertThat(output.at("/rows/0/vehicles/0").asString()).isEqualTo("1HGCM82633A004352");
        assertThat(new SchemaCheck()
                        .value(
                                StepTypes.builtIn()
                                        .find("data.table")
                                        .orElseThrow()
                                        .outputSchema(),
                                output))
                .isEmpty();
        assertThat(operator.logs(ExecutionId.parse(ended.path("id").asString()))
                        .getFirst()
                        .path("worker")
                        .asString())
                .startsWith("execution-service@");
    }

    @Test
    void a_row_is_written_found_replaced_and_deleted() {
        String key = neighbours.newId();
        String write = """
                {"id": "write", "type": "data.table", "config": {"table": "customers", "operation": "UPSERT",
                 "key": "{{ input.key }}", "row": "{{ input.row }}"}}""";

        JsonNode written = run(
                write,
                ContractJson.events()
                        .writeValueAsString(Map.of("key", key, "row", Map.of("name", "Ada", "visits", 1))));
        JsonNode replaced =
                run(write, ContractJson.events().writeValueAsString(Map.of("key", key, "row", Map.of("name", "Ada"))));
        JsonNode found = run("""
                {"id": "find", "type": "data.table", "config": {"table": "customers", "operation": "FIND",
                 "key": "{{ input.key }}", "where": {"visits": null}}}""", "{\"key\": \"%s\"}".formatted(key));
        JsonNode deleted = run("""
                {"id": "delete", "type": "data.table", "config": {"table": "customers", "operation": "DELETE",
                 "key": "{{ input.key }}"}}""", "{\"key\": \"%s\"}".formatted(key));

        assertThat(written.at("/output/write/rows").toString())
                .isIn(
                        "[{\"key\":\"%s\",\"name\":\"Ada\",\"visits\":1}]".formatted(key),
                        "[{\"key\":\"%s\",\"visits\":1,\"name\":\"Ada\"}]".formatted(key));
        assertThat(replaced.at("/output/write/count").asInt()).isEqualTo(1);
        assertThat(found.at("/output/find/rows").toString())
                .isEqualTo("[{\"key\":\"%s\",\"name\":\"Ada\"}]".formatted(key));
        assertThat(deleted.at("/output/delete").toString()).isEqualTo("{\"rows\":[],\"count\":0}");
        assertThat(jdbc.sql("SELECT count(*) FROM data_table_rows WHERE key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_table_is_there_from_its_first_row_on() {
        JsonNode none = run("""
                {"id": "find", "type": "data.table", "config": {"table": "waiting_list", "operation": "FIND"}}""", "{}");
        JsonNode written = run("""
                {"id": "write", "type": "data.table", "config": {"table": "waiting_list", "operation": "UPSERT", "key": "k",
                 "row": {"name": "Ada"}}}""", "{}");
        JsonNode found = run("""
                {"id": "find", "type": "data.table", "config": {"table": "waiting_list", "operation": "FIND"}}""", "{}");
        JsonNode unnamed = run("""
                {"id": "write", "type": "data.table", "config": {"table": "no name", "operation": "UPSERT", "key": "k",
                 "row": {"name": "Ada"}}}""", "{}");

        assertThat(none.at("/error/code").asString()).isEqualTo("table.not-found");
        assertThat(written.at("/output/write/count").asInt()).isEqualTo(1);
        assertThat(found.at("/output/find/rows").toString()).isEqualTo("[{\"key\":\"k\",\"name\":\"Ada\"}]");
        assertThat(unnamed.at("/error/code").asString()).isEqualTo("table.not-found");
    }

    @Test
    void an_unknown_table_fails_the_step_and_names_those_there_are() {
        JsonNode ended = run("""
                {"id": "find", "type": "data.table", "config": {"table": "custmers", "operation": "FIND"}}""", "{}");

        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("table.not-found");
        assertThat(ended.at("/error/message").asString())
                .contains("customers, vehicles")
                .contains("custmers");
    }

    @Test
    void a_key_that_comes_out_as_nothing_fails_the_step() {
        JsonNode ended = run("""
                {"id": "delete", "type": "data.table", "config": {"table": "customers", "operation": "DELETE",
                 "key": "{{ input.nobody }}"}}""", "{}");

        assertThat(ended.at("/error/code").asString()).isEqualTo("config.invalid");
        assertThat(ended.at("/error/message").asString()).contains("data.table").contains("key");
    }

    @Test
    void a_row_is_not_written_under_another_key_than_its_own() {
        JsonNode ended = run("""
                {"id": "write", "type": "data.table", "config": {"table": "customers", "operation": "UPSERT",
                 "key": "C-1", "row": {"key": "C-2"}}}""", "{}");

        assertThat(ended.at("/error/code").asString()).isEqualTo("table.other-key");
    }

    private JsonNode run(String node, String input) {
        WorkflowId workflow = neighbours.publish(
                "One step", "{\"specVersion\": \"1\", \"nodes\": [%s], \"edges\": []}".formatted(node));
        return operator.awaitEnd(operator.execute(workflow, input));
    }
}
