package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Address;
import com.automatrix.execution.lead.adf.Lead.Email;
import com.automatrix.execution.lead.adf.Lead.Person;
import com.automatrix.execution.lead.adf.Lead.Phone;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes leads as ADF 1.0, in the order of its document type and with everything that it requires; what a lead lacks of
 * that is written as a placeholder, which the reader leaves out again. ADF has no place for consents, a locale or a second
 * e-mail address: they are not written.
 */
public final class AdfWriter {

    private static final String MISSING = "Not specified";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final StringBuilder xml = new StringBuilder(2_000);
    private int depth;

    private AdfWriter() {}

    /**
     * Writes one lead.
     *
     * @param vendorName the dealership
     * @param otherwise the date of a lead that has none
     */
    public static String write(Lead lead, String vendorName, OffsetDateTime otherwise) {
        AdfWriter writer = new AdfWriter();
        writer.xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?adf version=\"1.0\"?>\n");
        writer.inside(
                "adf",
                "",
                () -> writer.inside("prospect", attribute("status", "new"), () -> {
                    writer.prospect(lead, vendorName, otherwise);
                }));
        return writer.xml.toString();
    }

    private void prospect(Lead lead, String vendorName, OffsetDateTime otherwise) {
        int sequence = 0;
        for (Lead.ExternalId id : lead.externalIds()) {
            sequence++;
            element(
                    "id",
                    attribute("sequence", Integer.toString(sequence))
                            + attribute("source", Objects.requireNonNullElse(id.source(), "unknown")),
                    id.id());
        }
        OffsetDateTime requestedAt = Objects.requireNonNullElse(lead.requestedAt(), otherwise);
        element("requestdate", "", DATE.format(requestedAt));
        List<Vehicle> vehicles = Stream.concat(
                        lead.vehiclesOfInterest().stream(),
                        lead.tradeIns().stream().map(Vehicle::asTradeIn))
                .toList();
        if (vehicles.isEmpty()) {
            vehicle(new Vehicle(null, null, null, null, null, null, null, null, null, null, "BUY", null));
        }
        vehicles.forEach(this::vehicle);
        inside("customer", "", () -> {
            contact(lead.person(), lead.preferredChannel());
            optional("comments", "", lead.comments());
        });
        inside("vendor", "", () -> {
            element("vendorname", "", vendorName);
            inside(
                    "contact",
                    "",
                    () -> element("name", attribute("part", "full") + attribute("type", "business"), vendorName));
        });
        provider(lead.provider());
    }

    private void vehicle(Vehicle vehicle) {
        String interest = vehicle.interest() == null ? "BUY" : vehicle.interest();
        String attributes =
                attribute("interest", interest.toLowerCase(Locale.ROOT).replace('_', '-'))
                        + (vehicle.status() == null
                                ? ""
                                : attribute("status", vehicle.status().toLowerCase(Locale.ROOT)));
        inside("vehicle", attributes, () -> {
            element(
                    "year",
                    "",
                    vehicle.year() == null ? MISSING : vehicle.year().toString());
            element("make", "", Objects.requireNonNullElse(vehicle.make(), MISSING));
            element("model", "", Objects.requireNonNullElse(vehicle.model(), MISSING));
            optional("vin", "", vehicle.vin());
            optional("stock", "", vehicle.stockNumber());
            optional("trim", "", vehicle.trim());
            if (vehicle.odometer() != null) {
                element(
                        "odometer",
                        attribute("units", vehicle.odometer().unit().toLowerCase(Locale.ROOT)),
                        Integer.toString(vehicle.odometer().value()));
            }
            optional("condition", "", vehicle.condition());
            if (vehicle.price() != null) {
                element(
                        "price",
                        attribute("type", "quote")
                                + attribute("currency", vehicle.price().currency()),
                        vehicle.price().amount());
            }
        });
    }

    private void contact(Person person, @Nullable String preferredChannel) {
        inside("contact", attribute("primarycontact", "1"), () -> {
            name(person);
            person.emails().stream().limit(1).forEach(email -> email(email, "EMAIL".equals(preferredChannel)));
            person.phones().forEach(this::phone);
            if (person.address() != null) {
                address(person.address());
            }
        });
    }

    private void name(Person person) {
        if (!person.isNamed()) {
            element("name", attribute("part", "full"), "Name Unknown");
        }
        optional("name", attribute("part", "first"), person.firstName());
        optional("name", attribute("part", "last"), person.lastName());
    }

    private void email(Email email, boolean isPreferred) {
        boolean prefers = isPreferred || Boolean.TRUE.equals(email.preferred());
        element("email", prefers ? attribute("preferredcontact", "1") : "", email.value());
    }

    private void phone(Phone phone) {
        String attributes = switch (phone.type()) {
            case "MOBILE" -> attribute("type", "cellphone");
            case "FAX" -> attribute("type", "fax");
            case "PAGER" -> attribute("type", "pager");
            case "HOME" -> attribute("type", "voice") + attribute("time", "evening");
            case "WORK" -> attribute("type", "voice") + attribute("time", "day");
            default -> attribute("type", "voice");
        };
        element(
                "phone",
                attributes + (Boolean.TRUE.equals(phone.preferred()) ? attribute("preferredcontact", "1") : ""),
                phone.raw());
    }

    private void address(Address address) {
        inside("address", "", () -> {
            int line = 0;
            for (String street : address.lines()) {
                line++;
                if (line <= 5) {
                    element("street", attribute("line", Integer.toString(line)), street);
                }
            }
            optional("city", "", address.city());
            optional("regioncode", "", address.region());
            optional("postalcode", "", address.postalCode());
            optional("country", "", address.country());
        });
    }

    private void provider(Lead.@Nullable Provider provider) {
        if (provider == null) {
            return;
        }
        inside("provider", "", () -> {
            optional("id", attribute("source", provider.name()), provider.id());
            element("name", attribute("part", "full"), provider.name());
            optional("service", "", provider.service());
        });
    }

    private void optional(String name, String attributes, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            element(name, attributes, text);
        }
    }

    private void element(String name, String attributes, String text) {
        indent().append('<')
                .append(name)
                .append(attributes)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private void inside(String name, String attributes, Runnable content) {
        indent().append('<').append(name).append(attributes).append(">\n");
        depth++;
        content.run();
        depth--;
        indent().append("</").append(name).append(">\n");
    }

    private StringBuilder indent() {
        return xml.append("  ".repeat(depth));
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    private static String escaped(String text) {
        return DocumentText.of(text)
                .text()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
