package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table of messages. */
final class MessageRows {

    private MessageRows() {}

    static Message read(ResultSet row) throws SQLException {
        return read(row, "state");
    }

    /** @param stateColumn where its state stands */
    static Message read(ResultSet row, String stateColumn) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getObject("execution_id", UUID.class),
                row.getString("step_run_id"),
                row.getString("node_id"),
                row.getObject("workflow_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("recipient"),
                row.getString("copies"),
                row.getString("person_id"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("body_text"),
                row.getString("body_html"),
                MessageState.valueOf(row.getString(stateColumn)),
                row.getString("code"),
                row.getString("reason"),
                row.getString("provider"),
                row.getString("provider_id"),
                row.getObject("segments", Integer.class),
                instant(row, "deferred_until"),
                Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(instant(row, "updated_at")),
                instant(row, "sent_at"),
                !row.getString("notice").isEmpty());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
