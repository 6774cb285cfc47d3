package com.automatrix.execution.messaging;

import java.util.List;
import java.util.UUID;

/** The records of one transaction: of one inbox partition, or of none ({@link #NO_PARTITION}: the API's and the router's). */
public record OutboxBatch(UUID id, int partition, List<OutgoingRecord> records) {

    public static final int NO_PARTITION = -1;

    public OutboxBatch {
        records = List.copyOf(records);
    }
}
