package com.automatrix.execution.table;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the data tables and their rows. */
@RestController
@RequestMapping("/api/tables")
@PreAuthorize("hasRole('VIEWER')")
class TableController {

    private final JdbcClient jdbc;

    TableController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A table in the list. */
    record TableResponse(String name, String description, long rowCount) {}

    /** A row, named by its key. */
    record RowResponse(String key, @Nullable Object data) {}

    @GetMapping
    Page<TableResponse> tables() {
        return Page.of(jdbc.sql("""
                        SELECT t.name, t.description, count(r.key) AS row_count
                          FROM data_tables t LEFT JOIN data_table_rows r ON r.table_name = t.name
                         GROUP BY t.name ORDER BY t.name""")
                .query((row, number) -> new TableResponse(
                        row.getString("name"), row.getString("description"), row.getLong("row_count")))
                .list());
    }

    @GetMapping("/{name}/rows")
    Page<RowResponse> rows(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        boolean exists = jdbc.sql("SELECT name FROM data_tables WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .isPresent();
        if (!exists) {
            throw new NotFound("table.not-found", "Expected a table \"%s\", but there is none.".formatted(name));
        }
        Limit size = Limit.of(limit);
        String after = Cursor.read(cursor, 1).map(place -> place.string(0)).orElse("");
        List<RowResponse> rows = jdbc.sql("""
                        SELECT key, data FROM data_table_rows WHERE table_name = ? AND key > ?
                         ORDER BY key LIMIT ?""")
                .params(name, after, size.rowsToRead())
                .query((row, number) -> new RowResponse(
                        row.getString("key"), ContractJson.events().readValue(row.getString("data"), Object.class)))
                .list();
        return Page.cut(rows, size.value(), row -> Cursor.of(row.key()));
    }
}
