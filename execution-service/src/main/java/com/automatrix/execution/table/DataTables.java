package com.automatrix.execution.table;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import java.sql.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of the named tables. Each call is one statement; making it twice is the same as making it once. */
@Repository
public class DataTables {

    private static final TypeReference<Map<String, @Nullable Object>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DataTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row: a JSON value in each column. */
    public record Row(String key, Map<String, @Nullable Object> columns) {

        public Row {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    /**
     * Which rows to find.
     *
     * @param key the only one; null for any
     * @param where columns and their values; a column that a row does not have counts as null
     * @param limit at most so many
     */
    public record Query(@Nullable String key, Map<String, @Nullable Object> where, int limit) {

        public Query {
            where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        }
    }

    /** The names of all tables, in order. */
    public List<String> names() {
        return jdbc.sql("SELECT name FROM data_tables ORDER BY name")
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** The rows of a table in the order of their keys. */
    public List<Row> find(String table, Query query) {
        return jdbc.sql("""
                        SELECT key, data FROM data_table_rows
                         WHERE table_name = :table AND (:key::text IS NULL OR key = :key)
                           AND NOT EXISTS (
                               SELECT FROM jsonb_each(:where::jsonb) AS w(name, value)
                                WHERE coalesce(data::jsonb -> w.name, 'null') <> w.value)
                         ORDER BY key LIMIT :limit""")
                .param("table", table)
                .param("key", query.key(), Types.VARCHAR)
                .param("where", StoredJson.write(query.where()))
                .param("limit", query.limit())
                .query((row, number) ->
                        new Row(row.getString("key"), ContractJson.events().readValue(row.getString("data"), COLUMNS)))
                .list();
    }

    /** Writes a row in the place of the one that has its key; a table is there from its first row on. */
    public void upsert(String table, Row row) {
        jdbc.sql("""
                        WITH made AS (
                            INSERT INTO data_tables (name, description) VALUES (:table, '') ON CONFLICT (name) DO NOTHING)
                        INSERT INTO data_table_rows (table_name, key, data) VALUES (:table, :key, :data::json)
                        ON CONFLICT (table_name, key) DO UPDATE SET data = excluded.data""")
                .param("table", table)
                .param("key", row.key())
                .param("data", StoredJson.write(row.columns()))
                .update();
    }

    /** Leaves no row of that key. */
    public void delete(String table, String key) {
        jdbc.sql("DELETE FROM data_table_rows WHERE table_name = ? AND key = ?")
                .params(table, key)
                .update();
    }
}
