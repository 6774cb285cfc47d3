package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Address;
import com.automatrix.execution.lead.adf.Lead.Person;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who asks, and how they want to be answered. */
final class ContactMapping {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2}(?:[-_][A-Za-z]{2})?");
    private static final int MOST_LINES = 6;

    private final Surroundings surroundings;
    private final Values values;
    private @Nullable String preferredChannel;

    ContactMapping(Surroundings surroundings, Values values) {
        this.surroundings = surroundings;
        this.values = values;
    }

    Person person(Element prospect) {
        Element customer = prospect.outermost("customer").stream().findFirst().orElse(prospect);
        // Without a contact of its own, the customer's parts are in the customer itself.
        Element contact = primary(customer.outermost("contact")).orElse(customer);
        PersonName name = PersonName.of(contact, values);
        EmailAddresses emails = new EmailAddresses(values);
        PhoneNumbers phones = new PhoneNumbers(surroundings.country(), values);
        contact.children("email").forEach(email -> emails.add(email.text(), isPreferred(email, "EMAIL")));
        contact.children("phone", "telephone", "cellphone", "mobile").forEach(phone -> {
            String type = phone.attribute("type") == null && !phone.name().equals("phone") ? phone.name() : type(phone);
            phones.add(phone.text(), type, isPreferred(phone, "VOICE"));
        });
        return new Person(name.first(), name.last(), emails.list(), phones.list(), address(contact), locale(prospect));
    }

    Optional<String> preferredChannel() {
        return Optional.ofNullable(preferredChannel);
    }

    private static Optional<Element> primary(List<Element> contacts) {
        return contacts.stream()
                .filter(contact -> "1".equals(contact.attribute("primarycontact")))
                .findFirst()
                .or(() -> contacts.stream().findFirst());
    }

    private static @Nullable String type(Element phone) {
        String type = phone.attribute("type");
        return type == null || type.equalsIgnoreCase("voice") || type.equalsIgnoreCase("phone")
                ? phone.attribute("time")
                : type;
    }

    private boolean isPreferred(Element way, String channel) {
        String preferred = way.attribute("preferredcontact");
        boolean isPreferred =
                "1".equals(preferred) || "true".equalsIgnoreCase(preferred) || "yes".equalsIgnoreCase(preferred);
        if (isPreferred && preferredChannel == null && !way.text().isBlank()) {
            preferredChannel = channel;
        }
        return isPreferred;
    }

    private @Nullable Address address(Element contact) {
        Element address = contact.child("address").orElse(null);
        if (address == null) {
            return null;
        }
        List<String> lines = address.children("street", "apartment", "address", "line")
                .map(line -> values.line(line.text()))
                .filter(Objects::nonNull)
                .limit(MOST_LINES)
                .toList();
        Address read = new Address(
                lines,
                values.child(address, "city"),
                values.child(address, "postalcode", "zip", "zipcode"),
                values.child(address, "regioncode", "region", "state", "province"),
                country(values.child(address, "country")));
        boolean isEmpty = lines.isEmpty() && read.city() == null && read.postalCode() == null && read.region() == null;
        return isEmpty ? null : read;
    }

    private static @Nullable String country(@Nullable String country) {
        String upper = country == null ? "" : country.toUpperCase(Locale.ROOT).replace(".", "");
        return switch (upper) {
            case "USA", "UNITED STATES", "UNITED STATES OF AMERICA" -> "US";
            case "CAN", "CANADA" -> "CA";
            case "MEX", "MEXICO" -> "MX";
            case "UK", "GBR", "UNITED KINGDOM" -> "GB";
            default -> upper.matches("[A-Z]{2}") ? upper : null;
        };
    }

    private @Nullable String locale(Element prospect) {
        String language = prospect.outermost("language").stream()
                .map(Element::text)
                .map(values::line)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "english" -> "en";
            case "french", "français", "francais" -> "fr";
            case "spanish", "español", "espanol" -> "es";
            default -> LANGUAGE.matcher(language).matches() ? tag(language) : null;
        };
    }

    private static String tag(String language) {
        String lower = language.substring(0, 2).toLowerCase(Locale.ROOT);
        return language.length() < 5
                ? lower
                : lower + "-" + language.substring(3).toUpperCase(Locale.ROOT);
    }
}
