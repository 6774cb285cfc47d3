package com.automatrix.execution.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** One statement for many rows: each column is an array parameter of the SQL's {@code unnest(?::type[], …)}. */
public final class Unnest<T> {

    private final Collection<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private Unnest(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Unnest<T> of(Collection<T> rows) {
        return new Unnest<>(rows);
    }

    public Unnest<T> uuid(Function<T, @Nullable UUID> value) {
        return column("uuid", value);
    }

    public Unnest<T> text(Function<T, @Nullable String> value) {
        return column("text", value);
    }

    public Unnest<T> integer(Function<T, @Nullable Integer> value) {
        return column("int4", value);
    }

    public Unnest<T> bool(Function<T, Boolean> value) {
        return column("bool", value);
    }

    public Unnest<T> bigint(Function<T, Long> value) {
        return column("int8", value);
    }

    public Unnest<T> bytes(Function<T, byte[]> value) {
        columns.add(new Column("bytea", rows.stream().map(value).toArray(byte[][]::new)));
        return this;
    }

    public Unnest<T> time(Function<T, @Nullable Instant> value) {
        return column("timestamptz", row -> {
            Instant instant = value.apply(row);
            return instant == null ? null : instant.toString();
        });
    }

    public int update(JdbcTemplate jdbc, String sql) {
        return rows.isEmpty() ? 0 : jdbc.update(sql, this::bind);
    }

    public <R> List<R> query(JdbcTemplate jdbc, String sql, RowMapper<R> mapper) {
        return rows.isEmpty() ? List.of() : jdbc.query(sql, this::bind, mapper);
    }

    private Unnest<T> column(String type, Function<T, ? extends @Nullable Object> value) {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        int next = 0;
        for (T row : rows) {
            values[next++] = value.apply(row);
        }
        columns.add(new Column(type, values));
        return this;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            statement.setArray(i + 1, statement.getConnection().createArrayOf(column.type, column.values));
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Column(String type, @Nullable Object[] values) {}
}
