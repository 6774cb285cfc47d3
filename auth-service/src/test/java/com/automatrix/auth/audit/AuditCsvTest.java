package com.automatrix.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditCsvTest {

    @Test
    void what_a_spreadsheet_would_run_is_only_text() {
        var entry = new AuditEntry(
                new UUID(0, 1),
                Instant.parse("2026-05-01T08:00:00Z"),
                new AuditEntry.Actor(null, "=cmd()"),
                "user.changed",
                new AuditEntry.Subject("user", "1,2", null),
                "auth-service",
                "{\"a\": 1}",
                "c");

        assertThat(AuditCsv.of(List.of(entry))).isEqualTo("""
                at,actor,actorId,action,subjectType,subjectId,service,detail,correlationId,id\r
                2026-05-01T08:00:00Z,'=cmd(),,user.changed,user,"1,2",auth-service,"{""a"": 1}",c,\
                00000000-0000-0000-0000-000000000001\r
                """);
    }
}
