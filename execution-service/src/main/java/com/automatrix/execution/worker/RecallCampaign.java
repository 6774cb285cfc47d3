package com.automatrix.execution.worker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recall campaign, in the words that our events use.
 *
 * @param reportedOn null if the source gives no date that exists
 * @param parkIt whether the vehicle should not be driven until it is repaired
 * @param parkOutside whether it should stand away from buildings
 */
record RecallCampaign(
        @Nullable String campaignNumber,
        @Nullable String manufacturer,
        @Nullable String component,
        @Nullable String summary,
        @Nullable String consequence,
        @Nullable String remedy,
        @Nullable String notes,
        @Nullable LocalDate reportedOn,
        boolean parkIt,
        boolean parkOutside,
        boolean overTheAir) {

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** As NHTSA writes one. */
    static RecallCampaign of(Map<?, ?> source) {
        return new RecallCampaign(
                text(source, "NHTSACampaignNumber"),
                text(source, "Manufacturer"),
                text(source, "Component"),
                text(source, "Summary"),
                text(source, "Consequence"),
                text(source, "Remedy"),
                text(source, "Notes"),
                date(text(source, "ReportReceivedDate")),
                Boolean.TRUE.equals(source.get("parkIt")),
                Boolean.TRUE.equals(source.get("parkOutSide")),
                Boolean.TRUE.equals(source.get("overTheAirUpdate")));
    }

    private static @Nullable String text(Map<?, ?> source, String name) {
        return source.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text, DAY_FIRST);
        } catch (DateTimeException other) {
            return null;
        }
    }
}
