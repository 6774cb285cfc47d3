package com.automatrix.auth.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is kept.
 *
 * @param keptFor how long an entry stays, at least a year: what is younger the table does not let go
 */
@ConfigurationProperties("automatrix.audit")
record AuditProperties(@DefaultValue("1825d") Duration keptFor) {

    private static final Duration LEAST = Duration.ofDays(366);

    AuditProperties {
        if (keptFor.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "Expected automatrix.audit.kept-for to be at least 366 days, but it is " + keptFor);
        }
    }
}
