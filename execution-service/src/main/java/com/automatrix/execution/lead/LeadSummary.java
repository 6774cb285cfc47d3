package com.automatrix.execution.lead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead in the list.
 *
 * @param quality CLEAN, REPAIRED, DEGRADED or UNREADABLE
 * @param because why no lead could be recognised
 * @param title who asks
 * @param vehicle what they ask about
 * @param repeats how often the same lead came again
 */
record LeadSummary(
        UUID id,
        Instant receivedAt,
        String channel,
        String dealerId,
        String quality,
        @Nullable String because,
        @Nullable String leadType,
        String title,
        String vehicle,
        int repeats,
        List<String> repairs) {

    LeadSummary {
        repairs = List.copyOf(repairs);
    }
}
