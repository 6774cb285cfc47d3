package com.automatrix.platform.audit;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.AuditRecorded;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.outbox.Outbox;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends each entry to the audit trail if and only if it is kept: by the outbox, in one transaction. */
final class OutboxForwarding implements JdbcAudit.Forwarding {

    /** Before and after, together with the rest, must fit into a record of the broker. */
    private static final int MOST_CHARACTERS = 100_000;

    private final TransactionTemplate transactions;
    private final Outbox outbox;

    OutboxForwarding(TransactionTemplate transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public void keepAndTell(AuditRecorded entry, Consumer<AuditRecorded> keep) {
        transactions.executeWithoutResult(_ -> {
            keep.accept(entry);
            outbox.append(Topics.AUDIT_RECORDED, entry.id().toString(), MessageTypes.AUDIT_RECORDED, sendable(entry));
        });
    }

    private static AuditRecorded sendable(AuditRecorded entry) {
        return new AuditRecorded(
                entry.id(),
                entry.at(),
                entry.actorId(),
                entry.actorName(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.service(),
                small(entry.before()),
                small(entry.after()),
                entry.correlationId());
    }

    private static @Nullable Object small(@Nullable Object value) {
        return value == null || ContractJson.events().writeValueAsString(value).length() > MOST_CHARACTERS
                ? null
                : value;
    }
}
