package com.automatrix.auth.audit;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the trail and shows it. */
@Service
class AuditService {

    static final int MOST_EXPORTED = 20_000;

    private final AuditTrail trail;
    private final AuditProperties properties;
    private final InstantSource clock;

    AuditService(AuditTrail trail, AuditProperties properties, InstantSource clock) {
        this.trail = trail;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    void add(AuditEntry entry) {
        trail.add(entry);
    }

    @Transactional(readOnly = true)
    AuditPage page(AuditFilter filter, Limit limit, @Nullable String cursor) {
        List<AuditEntry> rows = trail.find(filter, Cursor.read(cursor, 2).orElse(null), limit.rowsToRead());
        if (rows.size() <= limit.value()) {
            return new AuditPage(rows, null);
        }
        List<AuditEntry> shown = rows.subList(0, limit.value());
        AuditEntry last = shown.getLast();
        return new AuditPage(shown, Cursor.of(last.at(), last.id()).text());
    }

    /** The newest ones, as many as fit into a file. */
    @Transactional(readOnly = true)
    List<AuditEntry> export(AuditFilter filter) {
        return trail.find(filter, null, MOST_EXPORTED);
    }

    @Transactional
    int forgetOld() {
        return trail.removeBefore(clock.instant().minus(properties.keptFor()));
    }
}
