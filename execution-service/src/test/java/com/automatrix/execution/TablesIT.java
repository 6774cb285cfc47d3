package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class TablesIT {

    @LocalServerPort
    private int port;

    @Test
    void the_demonstration_has_customers_and_vehicles() {
        Http viewer = Http.as("VIEWER", port);

        JsonNode tables = viewer.get("/api/tables").json().path("items");
        assertThat(tables.valueStream().map(table -> table.path("name").asString()))
                .contains("customers", "vehicles");

        JsonNode first = viewer.get("/api/tables/customers/rows?limit=3").json();
        JsonNode second = viewer.get("/api/tables/customers/rows?limit=3&cursor="
                        + first.path("nextCursor").asString())
                .json();
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(first.at("/items/0/data/name").asString()).isEqualTo("Maria Alvarez");
        assertThat(second.path("items").size()).isEqualTo(1);
    }

    @Test
    void an_unknown_table_is_not_found() {
        assertThat(Http.as("VIEWER", port).get("/api/tables/nonsense/rows").status())
                .isEqualTo(404);
    }
}
