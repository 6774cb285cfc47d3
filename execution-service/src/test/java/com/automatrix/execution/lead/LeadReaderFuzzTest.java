package com.automatrix.execution.lead;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes arrive, the answer is a lead or a reason. A plain build tries the sample documents and what earlier runs
 * have kept; with {@code JAZZER_FUZZ=1} documents are made up for a minute, guided by the code that they reach.
 */
class LeadReaderFuzzTest {

    private static final String[] TYPES = {
        "text/xml",
        "message/rfc822",
        "multipart/form-data; boundary=b1",
        "application/x-www-form-urlencoded",
        "application/json"
    };

    private final DocumentCheck check = new DocumentCheck();

    @MethodSource("samples")
    @FuzzTest(maxDuration = "60s")
    void any_bytes_are_a_lead_or_have_a_reason(byte[] document) {
        for (String type : TYPES) {
            check.accept(document, type);
        }
    }

    static Stream<byte[]> samples() {
        return SampleDocuments.all().stream().map(SampleDocuments::bytes);
    }
}
