package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Consent;
import com.automatrix.execution.lead.adf.Lead.ExternalId;
import com.automatrix.execution.lead.adf.Lead.Person;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the prospects of a document, in whatever order and place their parts are, and makes a lead of each. */
final class ProspectMapping {

    private static final int MOST_PROSPECTS = 1_000;
    private static final int MOST_VEHICLES = 20;
    private static final int MOST_IDS = 20;

    private final Surroundings surroundings;

    ProspectMapping(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    List<Lead> leads(Element document) {
        List<Element> prospects = document.outermost("prospect");
        Stream<Element> all = prospects.isEmpty() ? bare(document).stream() : prospects.stream();
        return all.limit(MOST_PROSPECTS)
                .map(prospect -> lead(prospect, document))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Without a prospect, what holds a customer is one. */
    private static Optional<Element> bare(Element document) {
        Optional<Element> adf = document.find("adf");
        if (adf.isPresent()) {
            return adf;
        }
        boolean isLead = document.find("customer").isPresent()
                || (document.find("vehicle").isPresent()
                        && document.find("contact").isPresent());
        return isLead ? Optional.of(document) : Optional.empty();
    }

    private Optional<Lead> lead(Element prospect, Element document) {
        Values values = new Values();
        VehicleMapping mapping = new VehicleMapping(surroundings, values);
        ContactMapping contact = new ContactMapping(surroundings, values);
        Person person = contact.person(prospect);
        Lead.Provider provider = provider(prospect, document, values);
        String comments = values.prose(comments(prospect));
        FreeText free = new FreeText(
                Stream.of(comments, options(prospect)).filter(Objects::nonNull).collect(Collectors.joining("\n")));
        Vehicles vehicles = vehicles(prospect, mapping, free, values);
        if (!person.isReachable() && !person.isNamed() && vehicles.areNone() && comments == null) {
            return Optional.empty();
        }
        String service =
                provider == null ? "" : provider.name() + " " + Objects.requireNonNullElse(provider.service(), "");
        LeadType type = LeadTypes.of(
                values.child(prospect, "leadtype", "type"), service, comments, vehicles.wanted(), vehicles.trades());
        noteWhatIsMissing(person, vehicles, values);
        return Optional.of(new Lead(
                requestedAt(prospect, values),
                type,
                person,
                vehicles.wanted(),
                vehicles.trades(),
                comments,
                provider,
                ids(prospect, values),
                consents(prospect, free),
                contact.preferredChannel().or(free::preferredChannel).orElse(null),
                List.copyOf(values.notes())));
    }

    private static void noteWhatIsMissing(Person person, Vehicles vehicles, Values values) {
        if (!person.isReachable()) {
            values.note(Note.NO_CONTACT);
        }
        if (vehicles.areNone()) {
            values.note(Note.NO_VEHICLE);
        }
    }

    /** What the customer wants, and what they have. */
    private record Vehicles(List<Vehicle> wanted, List<Vehicle> trades) {

        boolean areNone() {
            return wanted.isEmpty() && trades.isEmpty();
        }
    }

    private static Vehicles vehicles(Element prospect, VehicleMapping mapping, FreeText free, Values values) {
        List<Vehicle> all = prospect.outermost("vehicle").stream()
                .limit(MOST_VEHICLES)
                .map(mapping::vehicle)
                .filter(Vehicle::isNamed)
                .toList();
        List<Vehicle> wanted =
                new ArrayList<>(all.stream().filter(VehicleMapping::isWanted).toList());
        List<Vehicle> trades = new ArrayList<>(all.stream()
                .filter(vehicle -> !VehicleMapping.isWanted(vehicle))
                .toList());
        free.stockNumber().ifPresent(stock -> {
            if (wanted.size() == 1 && wanted.getFirst().stockNumber() == null) {
                wanted.set(0, wanted.getFirst().withStockNumber(stock));
                values.note(Note.FOUND_IN_TEXT);
            }
        });
        if (trades.isEmpty()) {
            free.tradeIn(mapping).ifPresent(trade -> {
                trades.add(trade);
                values.note(Note.FOUND_IN_TEXT);
            });
        }
        return new Vehicles(wanted, trades);
    }

    private @Nullable OffsetDateTime requestedAt(Element prospect, Values values) {
        String text = values.child(prospect, "requestdate", "date");
        if (text == null) {
            return null;
        }
        Optional<OffsetDateTime> requestedAt = LeadTimes.read(text, surroundings.zone());
        if (requestedAt.isEmpty()) {
            values.note(Note.DATE_UNREADABLE);
        }
        return requestedAt.orElse(null);
    }

    private static @Nullable String comments(Element prospect) {
        Set<String> comments = new LinkedHashSet<>();
        Stream.of(prospect.outermost("comments"), prospect.outermost("comment"))
                .flatMap(List::stream)
                .map(Element::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(comments::add);
        return comments.isEmpty() ? null : String.join("\n", comments);
    }

    private static String options(Element prospect) {
        return prospect.outermost("option").stream().map(Element::text).collect(Collectors.joining("\n"));
    }

    private static Lead.@Nullable Provider provider(Element prospect, Element document, Values values) {
        Element provider = prospect.outermost("provider").stream()
                .findFirst()
                .or(() -> document.outermost("provider").stream().findFirst())
                .orElse(null);
        if (provider == null) {
            return null;
        }
        String service = values.child(provider, "service");
        String name = values.child(provider, "name");
        String named = name == null
                ? provider.child("contact")
                        .map(contact -> values.child(contact, "name"))
                        .orElse(service)
                : name;
        return named == null ? null : new Lead.Provider(named, service, values.child(provider, "id"));
    }

    /** The first system's id in front. */
    private static List<ExternalId> ids(Element prospect, Values values) {
        return prospect.children("id")
                .limit(MOST_IDS)
                .sorted(Comparator.comparingInt(ProspectMapping::sequence))
                .map(id -> {
                    String value = values.id(id.text());
                    return value == null ? null : new ExternalId(values.line(id.attribute("source")), value);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static int sequence(Element id) {
        String sequence = id.attribute("sequence");
        return sequence != null && sequence.matches("\\d{1,6}") ? Integer.parseInt(sequence) : Integer.MAX_VALUE;
    }

    /** Extension elements say it by their name, such as smsoptin, and their value. */
    private static List<Consent> consents(Element prospect, FreeText free) {
        String elements = Stream.of(
                        "smsoptin",
                        "textoptin",
                        "emailoptin",
                        "phoneoptin",
                        "smsconsent",
                        "emailconsent",
                        "textconsent")
                .flatMap(name -> prospect.outermost(name).stream())
                .map(element -> element.name().replace("optin", " opt-in").replace("consent", " consent") + ": "
                        + element.text().strip())
                .collect(Collectors.joining("\n"));
        Set<Consent> consents = new LinkedHashSet<>(new FreeText(elements).consents());
        consents.addAll(free.consents());
        return List.copyOf(consents);
    }
}
