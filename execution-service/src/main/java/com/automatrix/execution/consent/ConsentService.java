package com.automatrix.execution.consent;

import com.automatrix.platform.audit.Audit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what a colleague says that a person has said. */
@Service
class ConsentService {

    private final ConsentLedger ledger;
    private final ConsentQueries queries;
    private final Audit audit;
    private final InstantSource clock;

    ConsentService(ConsentLedger ledger, ConsentQueries queries, Audit audit, InstantSource clock) {
        this.ledger = ledger;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    List<ConsentQueries.Holding> record(RecordConsentRequest request, String author) {
        Who who = Who.of(request.personId(), request.address()).requireReachedBy(request.channel());
        Instant at = request.at() == null ? clock.instant() : request.at();
        List<UUID> entries = ledger.add(new ConsentChange(
                who.personId(),
                who.addresses(),
                request.channel(),
                request.purpose(),
                request.state(),
                request.source(),
                request.evidence(),
                at,
                author));
        // The entry has the rest; an audit log outlives a person's wish to be forgotten.
        audit.record(
                "consent.recorded",
                "consent",
                entries.getFirst().toString(),
                null,
                Map.of(
                        "channel", request.channel(),
                        "purpose",
                                request.purpose() == null
                                        ? "ALL"
                                        : request.purpose().name(),
                        "state", request.state()));
        return queries.holdings(who);
    }
}
