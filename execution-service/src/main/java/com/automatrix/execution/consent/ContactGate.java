package com.automatrix.execution.consent;

import com.automatrix.execution.consent.ContactDecision.Defer;
import com.automatrix.execution.consent.ContactDecision.Refuse;
import com.automatrix.execution.consent.ContactDecision.Send;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides whether and when a person may be contacted; knows no clock, no table and no network. */
public final class ContactGate {

    private ContactGate() {}

    /** What was refused for good is said first: nobody waits for a morning to be refused. */
    public static ContactDecision decide(Contact contact, ContactPolicy policy) {
        return refusal(contact, policy)
                .<ContactDecision>map(refusal -> refusal)
                .orElseGet(() -> keepsHours(contact) ? withinHours(contact, policy) : new Send(permission(contact)));
    }

    /** A call or a text disturbs at any time of the night; an e-mail that was asked for does not. */
    private static boolean keepsHours(Contact contact) {
        return contact.channel() != Channel.EMAIL || contact.purpose() == Purpose.MARKETING;
    }

    private static Optional<Refuse> refusal(Contact contact, ContactPolicy policy) {
        Optional<Refuse> said =
                refusal(contact.purpose(), contact.channel(), contact.consent(), contact.isSuppressed());
        if (said.isPresent() || contact.purpose() == Purpose.TRANSACTIONAL) {
            return said;
        }
        if (contact.contactsToday() >= policy.dailyContactCap()) {
            return Optional.of(new Refuse(
                    "message.daily-cap",
                    "Expected fewer than %d marketing messages to the person in a day, but there were %d."
                            .formatted(policy.dailyContactCap(), contact.contactsToday())));
        }
        return Optional.empty();
    }

    /** Why nothing may be sent whatever the hour and however few messages there were; empty if something may. */
    static Optional<Refuse> refusal(Purpose purpose, Channel channel, ConsentState consent, boolean isSuppressed) {
        if (isSuppressed) {
            return Optional.of(new Refuse(
                    "message.suppressed",
                    "Expected an address that may be written to, but it is on the list of those that may not."));
        }
        if (consent == ConsentState.REVOKED) {
            return Optional.of(new Refuse(
                    "message.consent-revoked",
                    "Expected a person who may be contacted by %s, but they have taken their consent back."
                            .formatted(channel)));
        }
        if (purpose == Purpose.MARKETING && consent == ConsentState.UNKNOWN) {
            return Optional.of(new Refuse(
                    "message.no-consent",
                    "Expected consent to marketing by %s, but the person has not given it.".formatted(channel)));
        }
        return Optional.empty();
    }

    private static ContactDecision withinHours(Contact contact, ContactPolicy policy) {
        Optional<Instant> next = ContactHours.next(contact.zones(), policy, contact.now());
        if (next.isEmpty()) {
            return new Refuse(
                    "message.no-hours",
                    "Expected an hour in which a person in %s may be contacted, but the quiet hours leave none."
                            .formatted(zones(contact)));
        }
        return next.get().equals(contact.now())
                ? new Send(permission(contact) + " It is a time for it in %s.".formatted(zones(contact)))
                : new Defer(
                        next.get(), "It is no time to contact a person in %s before then.".formatted(zones(contact)));
    }

    private static String permission(Contact contact) {
        return contact.purpose() == Purpose.MARKETING
                ? "The person has consented to marketing by %s.".formatted(contact.channel())
                : "The message belongs to what the person asked for, and they have not taken consent back.";
    }

    private static String zones(Contact contact) {
        return contact.zones().stream().map(ZoneId::getId).collect(Collectors.joining(" or "));
    }
}
