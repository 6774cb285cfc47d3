package com.automatrix.execution.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said, told by a colleague.
 *
 * @param purpose null is every purpose
 * @param evidence the wording that they agreed or objected with
 * @param at when they said so; null is now
 */
record RecordConsentRequest(
        @Nullable @Size(max = 200) String personId,
        @Nullable @Size(max = 254) String address,
        @NotNull Channel channel,
        @Nullable Purpose purpose,
        @NotNull ConsentState state,
        @NotBlank @Size(max = 200) String source,
        @Nullable @Size(max = 2000) String evidence,
        @Nullable Instant at) {}
