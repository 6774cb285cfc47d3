package com.automatrix.execution.deadletter;

import com.automatrix.execution.messaging.CommandOutbox;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Forbidden;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides about dead letters: each once, with the record in the outbox and the entry in the audit log, or none of it. */
@Component
class DeadLetterService {

    private static final String SUBJECT = "dead-letter";
    private static final String EVENTS = "dealership.";
    private static final int LARGEST_BYTES = 4 * 1024 * 1024;

    private final DeadLetterStore store;
    private final CommandOutbox outbox;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DeadLetterService(
            DeadLetterStore store,
            CommandOutbox outbox,
            Audit audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    DeadLetter find(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new NotFound(
                        "dead-letter.not-found", "Expected a dead letter %s, but there is none.".formatted(id)));
    }

    /** Sends the record to its topic again, as it came or edited; returns when it will arrive whatever happens. */
    void replay(UUID id, ReplayRequest request, CurrentUser user) {
        DeadLetter letter = find(id);
        if (request.isEdit() && !letter.topic().startsWith(EVENTS) && !user.has(Role.ADMIN)) {
            throw new Forbidden(
                    "dead-letter.internal",
                    "Expected an administrator, since %s carries what the services say to each other, but you are none."
                            .formatted(letter.topic()));
        }
        OutgoingRecord message = edited(letter, request);
        OutboxBatch batch = Objects.requireNonNull(transaction.execute(status -> {
            settle(letter, DeadLetterState.REPLAYED, request.isEdit(), user);
            audit.record(
                    "dead-letter.replayed", SUBJECT, id.toString(), said(letter), Map.of("edited", request.isEdit()));
            return outbox.append(List.of(message));
        }));
        outbox.send(batch);
    }

    /** Puts the dead letter away for good; in its topic it stays as long as everything there does. */
    void discard(UUID id, CurrentUser user) {
        DeadLetter letter = find(id);
        transaction.executeWithoutResult(status -> {
            settle(letter, DeadLetterState.DISCARDED, false, user);
            audit.record("dead-letter.discarded", SUBJECT, id.toString(), said(letter), null);
        });
    }

    private void settle(DeadLetter letter, DeadLetterState state, boolean isEdited, CurrentUser user) {
        if (!store.settle(letter.id(), state, isEdited, clock.instant(), user.name())) {
            throw new Conflict(
                    "dead-letter.settled",
                    "Expected dead letter %s to be open, but it was replayed or discarded already."
                            .formatted(letter.id()));
        }
    }

    private static OutgoingRecord edited(DeadLetter letter, ReplayRequest request) {
        String text = request.text();
        byte[] content = text == null ? letter.content() : text.getBytes(StandardCharsets.UTF_8);
        if (text != null && content != null && content.length > LARGEST_BYTES) {
            throw new TooLarge(
                    "dead-letter.too-large",
                    "Expected a value of at most %d bytes, but it has %d.".formatted(LARGEST_BYTES, content.length));
        }
        Map<String, String> changed = Objects.requireNonNullElse(request.headers(), Map.<String, String>of());
        List<LetterHeader> headers = new ArrayList<>(letter.headers());
        headers.removeIf(header -> changed.containsKey(header.name()));
        changed.forEach((name, value) -> headers.add(LetterHeader.ofText(name, value)));
        return new OutgoingRecord(
                letter.topic(),
                letter.key(),
                headers.stream().map(LetterHeader::asRecordHeader).toList(),
                content);
    }

    /** Without the record and the reason: they are personal data, and the log of changes keeps everything. */
    private static Map<String, String> said(DeadLetter letter) {
        return Map.of(
                "topic", letter.topic(),
                "partition", String.valueOf(letter.partition()),
                "offset", String.valueOf(letter.offset()),
                "eventType", Objects.requireNonNullElse(letter.eventType(), ""));
    }
}
