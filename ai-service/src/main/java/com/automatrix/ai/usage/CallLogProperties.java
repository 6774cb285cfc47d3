package com.automatrix.ai.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of calls.
 *
 * @param retention how long a call is kept, with tokens in place of personal data
 * @param fullTextKey the key under which the full text is kept, encrypted; empty: it is not kept at all
 * @param fullTextRetention how long the full text is kept
 */
@ConfigurationProperties("automatrix.ai.call-log")
record CallLogProperties(
        @DefaultValue("P90D") Duration retention,
        @DefaultValue("") String fullTextKey,
        @DefaultValue("P7D") Duration fullTextRetention) {

    boolean keepsFullText() {
        return !fullTextKey.isBlank();
    }
}
