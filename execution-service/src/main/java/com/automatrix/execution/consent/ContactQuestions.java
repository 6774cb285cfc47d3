package com.automatrix.execution.consent;

import com.automatrix.execution.trigger.DealershipSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what bears on contacting somebody, and has it decided. */
@Component
public class ContactQuestions {

    private final ConsentLedger ledger;
    private final ContactRecords records;
    private final DealershipSettings settings;
    private final InstantSource clock;

    ContactQuestions(ConsentLedger ledger, ContactRecords records, DealershipSettings settings, InstantSource clock) {
        this.ledger = ledger;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Somebody who is to be contacted.
     *
     * @param address in its one form
     * @param person what is known of them, as in the dealership's events; may be empty
     */
    public record Recipient(
            Channel channel,
            Purpose purpose,
            String address,
            @Nullable String personId,
            Map<?, ?> person) {

        /** What the contacts of a day are counted under. */
        public String countedAs() {
            return personId == null ? address : personId;
        }
    }

    /** Decides on what holds at this moment. */
    public ContactDecision ask(Recipient recipient) {
        ContactPolicy policy = ContactPolicy.of(settings.vars());
        Instant now = clock.instant();
        String phone = recipient.channel() == Channel.EMAIL
                ? Addresses.of(recipient.person(), Channel.SMS).stream()
                        .findFirst()
                        .orElse(null)
                : recipient.address();
        List<ZoneId> zones = Zones.of(recipient.person(), phone, policy, now);
        Instant today = now.atZone(zones.getFirst())
                .toLocalDate()
                .atStartOfDay(zones.getFirst())
                .toInstant();
        return ContactGate.decide(
                new Contact(
                        recipient.purpose(),
                        recipient.channel(),
                        ledger.state(
                                recipient.personId(), recipient.address(), recipient.channel(), recipient.purpose()),
                        records.blocked(recipient.channel(), recipient.address())
                                .isPresent(),
                        records.marketingSince(today, recipient.personId(), recipient.address()),
                        zones,
                        now),
                policy);
    }
}
