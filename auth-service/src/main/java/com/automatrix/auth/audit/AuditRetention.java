package com.automatrix.auth.audit;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes entries that have been kept long enough. */
@Component
class AuditRetention {

    private static final Logger log = LoggerFactory.getLogger(AuditRetention.class);

    private final AuditService audit;

    AuditRetention(AuditService audit) {
        this.audit = audit;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void clean() {
        int removed = audit.forgetOld();
        if (removed > 0) {
            log.info("old audit entries removed count={}", removed);
        }
    }
}
