package com.automatrix.execution.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.consent.ContactDecision.Defer;
import com.automatrix.execution.consent.ContactDecision.Refuse;
import com.automatrix.execution.consent.ContactDecision.Send;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContactGateTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final ContactPolicy GENERAL = ContactPolicy.of(Map.of());

    /** An ordinary day, the night in which the clocks go forward, and the one in which they go back. */
    private static final List<String> TIMES = List.of(
            "2026-05-05T00:00-04:00",
            "2026-05-05T07:59-04:00",
            "2026-05-05T08:00-04:00",
            "2026-05-05T12:00-04:00",
            "2026-05-05T20:59-04:00",
            "2026-05-05T21:00-04:00",
            "2026-03-07T21:00-05:00",
            "2026-03-08T01:59-05:00",
            "2026-03-08T03:00-04:00",
            "2026-10-31T21:00-04:00",
            "2026-11-01T01:30-04:00",
            "2026-11-01T01:30-05:00");

    @Test
    void every_channel_purpose_consent_and_time_of_day_is_decided_as_the_table_says() {
        StringJoiner table = new StringJoiner("\n", "", "\n");
        table.add(row("", TIMES.stream().map(ContactGateTest::brief)));
        for (Channel channel : Channel.values()) {
            for (Purpose purpose : Purpose.values()) {
                for (ConsentState consent : ConsentState.values()) {
                    table.add(row(
                            channel + " " + purpose + " " + consent,
                            TIMES.stream().map(time -> told(channel, purpose, consent, time))));
                }
            }
        }

        assertThat(table.toString()).isEqualTo("""
                                     | 05-05 00:00-04 | 05-05 07:59-04 | 05-05 08:00-04 | 05-05 12:00-04 | 05-05 20:59-04 | 05-05 21:00-04 | 03-07 21:00-05 | 03-08 01:59-05 | 03-08 03:00-04 | 10-31 21:00-04 | 11-01 01:30-04 | 11-01 01:30-05
        SMS TRANSACTIONAL GRANTED    | PT8H           | PT1M           | send           | send           | send           | PT11H          | PT10H          | PT5H1M         | PT5H           | PT12H          | PT7H30M        | PT6H30M
        SMS TRANSACTIONAL REVOKED    | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked
        SMS TRANSACTIONAL UNKNOWN    | PT8H           | PT1M           | send           | send           | send           | PT11H          | PT10H          | PT5H1M         | PT5H           | PT12H          | PT7H30M        | PT6H30M
        SMS MARKETING GRANTED        | PT8H           | PT1M           | send           | send           | send           | PT11H          | PT10H          | PT5H1M         | PT5H           | PT12H          | PT7H30M        | PT6H30M
        SMS MARKETING REVOKED        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked
        SMS MARKETING UNKNOWN        | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent
        EMAIL TRANSACTIONAL GRANTED  | send           | send           | send           | send           | send           | send           | send           | send           | send           | send           | send           | send
        EMAIL TRANSACTIONAL REVOKED  | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked
        EMAIL TRANSACTIONAL UNKNOWN  | send           | send           | send           | send           | send           | send           | send           | send           | send           | send           | send           | send
        EMAIL MARKETING GRANTED      | PT8H           | PT1M           | send           | send           | send           | PT11H          | PT10H          | PT5H1M         | PT5H           | PT12H          | PT7H30M        | PT6H30M
        EMAIL MARKETING REVOKED      | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked
        EMAIL MARKETING UNKNOWN      | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent
        VOICE TRANSACTIONAL GRANTED  | PT8H           | PT1M           | send           | send           | send           | PT11H          | PT10H          | PT5H1M         | PT5H           | PT12H          | PT7H30M        | PT6H30M
        VOICE TRANSACTIONAL REVOKED  | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked
        VOICE TRANSACTIONAL UNKNOWN  | PT8H           | PT1M           | send           | send           | send           | PT11H          | PT10H          | PT5H1M         | PT5H           | PT12H          | PT7H30M        | PT6H30M
        VOICE MARKETING GRANTED      | PT8H           | PT1M           | send           | send           | send           | PT11H          | PT10H          | PT5H1M         | PT5H           | PT12H          | PT7H30M        | PT6H30M
        VOICE MARKETING REVOKED      | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked        | revoked
        VOICE MARKETING UNKNOWN      | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent     | no-consent
        """);
    }

    @Test
    void the_dealership_may_only_be_stricter() {
        ContactPolicy late = ContactPolicy.of(Map.of("quietHours", Map.of("from", "23:00", "to", "05:00")));
        ContactPolicy early = ContactPolicy.of(Map.of("quietHours", Map.of("from", "19:30", "to", "09:15")));
        ContactPolicy lunch = ContactPolicy.of(Map.of("quietHours", Map.of("from", "12:00", "to", "13:00")));

        assertThat(text(late, "2026-05-05T21:30-04:00")).isEqualTo("PT10H30M");
        assertThat(text(late, "2026-05-05T07:30-04:00")).isEqualTo("PT30M");
        assertThat(text(early, "2026-05-05T19:29-04:00")).isEqualTo("send");
        assertThat(text(early, "2026-05-05T19:30-04:00")).isEqualTo("PT13H45M");
        assertThat(text(lunch, "2026-05-05T12:20-04:00")).isEqualTo("PT40M");
        assertThat(text(lunch, "2026-05-05T21:00-04:00")).isEqualTo("PT11H");
    }

    @Test
    void a_dealership_that_is_always_quiet_contacts_nobody() {
        ContactPolicy always = ContactPolicy.of(Map.of("quietHours", Map.of("from", "07:00", "to", "22:00")));

        assertThat(text(always, "2026-05-05T12:00-04:00")).isEqualTo("no-hours");
    }

    @Test
    void of_two_possible_zones_both_must_be_awake() {
        List<ZoneId> either = List.of(NEW_YORK, LOS_ANGELES);

        assertThat(in(either, "2026-05-05T09:00-04:00")).isEqualTo("PT2H");
        assertThat(in(either, "2026-05-05T11:00-04:00")).isEqualTo("send");
        assertThat(in(either, "2026-05-05T21:00-04:00")).isEqualTo("PT14H");
        assertThat(in(either, "2026-03-07T21:30-05:00")).isEqualTo("PT12H30M");
        assertThat(in(List.of(NEW_YORK, ZoneId.of("Asia/Tokyo")), "2026-05-05T12:00-04:00"))
                .isEqualTo("PT7H");
    }

    @Test
    void zones_without_an_hour_in_common_leave_none() {
        assertThat(in(List.of(NEW_YORK, ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Tokyo")), "2026-05-05T12:00-04:00"))
                .isEqualTo("no-hours");
    }

    @Test
    void marketing_is_capped_for_a_day_and_a_suppressed_address_gets_nothing() {
        assertThat(name(ContactGate.decide(contact(Purpose.MARKETING, false, 1), GENERAL)))
                .isEqualTo("send");
        assertThat(name(ContactGate.decide(contact(Purpose.MARKETING, false, 2), GENERAL)))
                .isEqualTo("daily-cap");
        assertThat(name(ContactGate.decide(contact(Purpose.TRANSACTIONAL, false, 9), GENERAL)))
                .isEqualTo("send");
        assertThat(name(ContactGate.decide(contact(Purpose.TRANSACTIONAL, true, 0), GENERAL)))
                .isEqualTo("suppressed");
        assertThat(name(ContactGate.decide(
                        contact(Purpose.MARKETING, false, 0), ContactPolicy.of(Map.of("dailyContactCap", 0)))))
                .isEqualTo("daily-cap");
    }

    private static Contact contact(Purpose purpose, boolean isSuppressed, int contactsToday) {
        return new Contact(
                purpose,
                Channel.SMS,
                ConsentState.GRANTED,
                isSuppressed,
                contactsToday,
                List.of(NEW_YORK),
                at("2026-05-05T12:00-04:00"));
    }

    private static String told(Channel channel, Purpose purpose, ConsentState consent, String time) {
        return outcome(new Contact(purpose, channel, consent, false, 0, List.of(NEW_YORK), at(time)), GENERAL);
    }

    private static String text(ContactPolicy policy, String time) {
        return outcome(
                new Contact(
                        Purpose.TRANSACTIONAL,
                        Channel.SMS,
                        ConsentState.UNKNOWN,
                        false,
                        0,
                        List.of(NEW_YORK),
                        at(time)),
                policy);
    }

    private static String in(List<ZoneId> zones, String time) {
        return outcome(
                new Contact(Purpose.TRANSACTIONAL, Channel.SMS, ConsentState.UNKNOWN, false, 0, zones, at(time)),
                GENERAL);
    }

    private static String outcome(Contact contact, ContactPolicy policy) {
        ContactDecision decision = ContactGate.decide(contact, policy);
        return decision instanceof Defer(var until, var _)
                ? Duration.between(contact.now(), until).toString()
                : name(decision);
    }

    private static String name(ContactDecision decision) {
        return switch (decision) {
            case Send _ -> "send";
            case Defer _ -> "later";
            case Refuse(var code, var _) ->
                code.equals("message.consent-revoked") ? "revoked" : code.substring("message.".length());
        };
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static String brief(String time) {
        return time.substring(5, 16).replace('T', ' ') + time.substring(16, 19);
    }

    private static String row(String name, Stream<String> cells) {
        List<String> all = cells.toList();
        return "%-28s | ".formatted(name)
                + all.subList(0, all.size() - 1).stream()
                        .map("%-14s"::formatted)
                        .collect(Collectors.joining(" | "))
                + " | " + all.getLast();
    }
}
