package com.automatrix.execution.logline;

import com.automatrix.contracts.message.LogLine;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.execution.persistence.Unnest;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of log lines: their ids sort by time. */
@Repository
class LogLineStore {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcTemplate jdbc;

    LogLineStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps each line once, however often it comes. */
    void add(List<LogLine> lines) {
        Unnest.of(lines)
                .uuid(LogLine::id)
                .text(LogLine::correlationId)
                .time(LogLine::at)
                .text(LogLine::service)
                .text(LogLine::level)
                .text(LogLine::logger)
                .text(line -> CleanText.clean(line.message()))
                .text(line -> clean(line.exception()))
                .update(jdbc, """
                        INSERT INTO log_lines (id, correlation_id, at, service, level, logger, message, exception)
                        SELECT * FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[],
                                             ?::text[], ?::text[], ?::text[], ?::text[])
                        ON CONFLICT (id) DO NOTHING""");
    }

    /** The oldest first. */
    Page<LogLineResponse> page(String correlationId, Limit limit, Optional<Cursor> after) {
        List<LogLineResponse> rows = jdbc.query(
                "SELECT * FROM log_lines WHERE correlation_id = ? AND id > ? ORDER BY id LIMIT ?",
                (row, number) -> line(row),
                correlationId,
                after.map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL),
                limit.rowsToRead());
        return Page.cut(rows, limit.value(), row -> Cursor.of(row.id()));
    }

    void forgetBefore(Instant time) {
        jdbc.update("DELETE FROM log_lines WHERE at < ?", time.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : CleanText.clean(text);
    }

    private static LogLineResponse line(ResultSet row) throws SQLException {
        return new LogLineResponse(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("service"),
                row.getString("level"),
                row.getString("logger"),
                row.getString("message"),
                row.getString("exception"));
    }
}
