package com.automatrix.execution.lead;

import com.automatrix.contracts.json.JsonTree;
import com.automatrix.execution.lead.adf.Identity;
import com.automatrix.execution.lead.adf.Lead;
import com.automatrix.execution.lead.adf.LeadType;
import com.automatrix.execution.lead.adf.ParseQuality;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the event {@code lead.received}. */
public record LeadReceived(
        String leadId,
        String dealerId,
        Instant receivedAt,
        @Nullable OffsetDateTime requestedAt,
        String channel,
        LeadType leadType,
        KnownPerson person,
        List<Lead.Vehicle> vehiclesOfInterest,
        List<Lead.Vehicle> tradeIns,
        @Nullable String comments,
        Lead.@Nullable Provider provider,
        List<Lead.ExternalId> externalIds,
        List<Lead.Consent> consents,
        @Nullable String preferredChannel,
        ParseQuality parseQuality,
        @Nullable String rawRef) {

    public LeadReceived {
        vehiclesOfInterest = JsonTree.list(vehiclesOfInterest);
        tradeIns = JsonTree.list(tradeIns);
        externalIds = JsonTree.list(externalIds);
        consents = JsonTree.list(consents);
    }

    /** Who asks, with the id by which the dealership knows them again. */
    public record KnownPerson(
            String personId,
            @Nullable String firstName,
            @Nullable String lastName,
            List<Lead.Email> emails,
            List<Lead.Phone> phones,
            Lead.@Nullable Address address,
            @Nullable String locale) {

        public KnownPerson {
            emails = JsonTree.list(emails);
            phones = JsonTree.list(phones);
        }

        static KnownPerson of(String id, Lead.Person person) {
            return new KnownPerson(
                    id,
                    person.firstName(),
                    person.lastName(),
                    person.emails(),
                    person.phones(),
                    person.address(),
                    person.locale());
        }
    }

    /**
     * What a document does not say about the lead in it.
     *
     * @param channel as the event names it
     * @param rawRef where the document is kept; null if it is not
     */
    public record Receipt(
            UUID leadId,
            String dealerId,
            Instant receivedAt,
            String channel,
            @Nullable String rawRef) {}

    public static LeadReceived of(Lead lead, ParseQuality quality, Receipt receipt) {
        String id = receipt.leadId.toString();
        return new LeadReceived(
                id,
                receipt.dealerId,
                receipt.receivedAt,
                lead.requestedAt(),
                receipt.channel,
                lead.leadType(),
                KnownPerson.of(Identity.personId(receipt.dealerId, lead.person(), id), lead.person()),
                lead.vehiclesOfInterest(),
                lead.tradeIns(),
                lead.comments(),
                lead.provider(),
                lead.externalIds(),
                lead.consents(),
                lead.preferredChannel(),
                quality,
                receipt.rawRef);
    }

    /** What it says in the words of the reader. */
    Lead lead() {
        return new Lead(
                requestedAt,
                leadType,
                new Lead.Person(
                        person.firstName(),
                        person.lastName(),
                        person.emails(),
                        person.phones(),
                        person.address(),
                        person.locale()),
                vehiclesOfInterest,
                tradeIns,
                comments,
                provider,
                externalIds,
                consents,
                preferredChannel,
                List.of());
    }

    /** By which events about one person keep their order. */
    String partitionKey() {
        return dealerId + ":" + person.personId();
    }
}
