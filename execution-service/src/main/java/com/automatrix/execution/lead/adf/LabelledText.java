package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Person;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last resort: e-mail addresses, phone numbers and lines such as "Name: …" of any text. */
final class LabelledText {

    private static final int LOOKED_AT = 200_000;
    private static final int LONGEST_LABEL = 30;
    private static final Pattern LINE =
            Pattern.compile("[>\\s*•|-]{0,8}+([\\p{L}][\\p{L} ./'#()-]{1,28}?)\\s?(?::|=|\\t)\\s?(.*)");
    private static final Pattern VEHICLE = Pattern.compile(
            "(?:(?:new|used|certified)\\s)?((?:19|20)\\d\\d)\\s([A-Za-z][\\w-]{1,20})(?:\\s(.{1,60}))?",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> LABELS = labels();

    private final Surroundings surroundings;
    private final Values values = new Values();
    private final Map<String, String> byField = new LinkedHashMap<>();
    private final String text;

    private LabelledText(String text, Surroundings surroundings) {
        this.text = text;
        this.surroundings = surroundings;
    }

    /** A lead, if there is a way to reach somebody. */
    static Optional<Lead> read(String document, Surroundings surroundings) {
        String start = document.length() > LOOKED_AT ? document.substring(0, LOOKED_AT) : document;
        return new LabelledText(HtmlText.plain(HtmlText.plain(start)), surroundings)
                .lead()
                // A tag that is broken may hide what is in it.
                .or(() -> new LabelledText(start, surroundings).lead());
    }

    /** As {@link #read(String, Surroundings)}, of fields that need not be looked for. */
    static Optional<Lead> read(Map<String, String> fields, Surroundings surroundings) {
        LabelledText form = new LabelledText("", surroundings);
        form.readFields(fields);
        return form.lead();
    }

    private Optional<Lead> lead() {
        if (byField.isEmpty()) {
            readLines();
        }
        EmailAddresses emails = new EmailAddresses(values);
        PhoneNumbers phones = new PhoneNumbers(surroundings.country(), values);
        value("email").ifPresent(email -> emails.add(email, false));
        for (String kind : List.of("mobile", "phone", "home", "work")) {
            value(kind).ifPresent(number -> phones.add(number, kind, false));
        }
        if (emails.list().isEmpty()) {
            emails.addFoundIn(text);
        }
        if (phones.list().isEmpty()) {
            phones.addFoundIn(text);
        }
        PersonName name = name();
        Person person = new Person(name.first(), name.last(), emails.list(), phones.list(), null, null);
        return person.isReachable() ? Optional.of(lead(person)) : Optional.empty();
    }

    private Lead lead(Person person) {
        String comments = values.prose(byField.getOrDefault("comments", text));
        FreeText free = new FreeText(text.isEmpty() ? comments : text);
        VehicleMapping mapping = new VehicleMapping(surroundings, values);
        List<Vehicle> wanted = vehicle(mapping).map(List::of).orElse(List.of());
        List<Vehicle> trades = free.tradeIn(mapping).map(List::of).orElse(List.of());
        if (wanted.isEmpty()) {
            values.note(Note.NO_VEHICLE);
        }
        String source = value("source").orElse(null);
        return new Lead(
                value("date")
                        .flatMap(date -> LeadTimes.read(date, surroundings.zone()))
                        .orElse(null),
                LeadTypes.of(value("type").orElse(null), "", comments, wanted, trades),
                person,
                wanted,
                trades,
                comments,
                source == null ? null : new Lead.Provider(source, null, null),
                List.of(),
                free.consents(),
                free.preferredChannel().orElse(null),
                List.copyOf(values.notes()));
    }

    private PersonName name() {
        String first = value("first").orElse(null);
        String last = value("last").orElse(null);
        return first == null && last == null
                ? PersonName.split(value("name").orElse(null))
                : new PersonName(first, last);
    }

    private Optional<Vehicle> vehicle(VehicleMapping mapping) {
        FreeText free = new FreeText(text);
        String vin = mapping.vin(value("vin").or(free::vin).orElse(null));
        Matcher whole = VEHICLE.matcher(value("vehicle").orElse(""));
        boolean isWhole = whole.find();
        Vehicle vehicle = new Vehicle(
                vin,
                vin == null ? null : mapping.verdict(vin),
                VehicleMapping.year(value("year").orElse(isWhole ? whole.group(1) : null)),
                value("make").orElse(isWhole ? whole.group(2) : null),
                mapping.model(value("model").orElse(isWhole ? whole.group(3) : null)),
                value("trim").orElse(null),
                value("stock").or(free::stockNumber).orElse(null),
                null,
                null,
                null,
                "BUY",
                null);
        return vehicle.isNamed() ? Optional.of(vehicle) : Optional.empty();
    }

    private Optional<String> value(String field) {
        return Optional.ofNullable(values.line(byField.get(field)));
    }

    private void readFields(Map<String, String> fields) {
        StringBuilder unknown = new StringBuilder();
        fields.forEach((name, value) -> {
            String field = LABELS.get(key(name));
            if (field != null && !field.equals("comments")) {
                byField.putIfAbsent(field, value);
            } else if (!value.isBlank()) {
                unknown.append(field == null ? name + ": " + value : value).append('\n');
            }
        });
        byField.put("comments", unknown.toString());
    }

    /** What stands after a label, and for comments everything up to the next label. */
    private void readLines() {
        List<String> comments = new ArrayList<>();
        String field = null;
        for (String line : text.split("\\R", -1)) {
            Matcher labelled = LINE.matcher(line.length() > 2_000 ? line.substring(0, 2_000) : line);
            String label = labelled.matches() ? LABELS.get(key(labelled.group(1))) : null;
            if (label != null) {
                field = label;
                if (label.equals("comments")) {
                    comments.add(labelled.group(2));
                } else {
                    byField.putIfAbsent(label, labelled.group(2));
                }
            } else if ("comments".equals(field)) {
                comments.add(line);
            } else if (field != null && byField.getOrDefault(field, "x").isBlank() && !line.isBlank()) {
                // The label is on a line of its own.
                byField.put(field, line);
            }
        }
        if (!comments.isEmpty()) {
            byField.put("comments", String.join("\n", comments));
        }
    }

    private static String key(String label) {
        return label.length() > LONGEST_LABEL
                ? ""
                : label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        label(
                labels,
                "name",
                "name",
                "fullname",
                "customer",
                "customername",
                "contactname",
                "buyer",
                "nom",
                "yourname");
        label(labels, "first", "firstname", "prénom");
        label(labels, "last", "lastname", "surname");
        label(labels, "email", "email", "emailaddress", "customeremail", "courriel", "youremail");
        label(
                labels,
                "phone",
                "phone",
                "phonenumber",
                "telephone",
                "tel",
                "daytimephone",
                "customerphone",
                "téléphone");
        label(labels, "mobile", "mobile", "cell", "cellphone", "mobilephone", "cellulaire");
        label(labels, "home", "homephone", "eveningphone");
        label(labels, "work", "workphone", "businessphone");
        label(labels, "vehicle", "vehicle", "vehicleofinterest", "car", "vehicledetails", "interestedin", "véhicule");
        label(labels, "year", "year", "modelyear");
        label(labels, "make", "make");
        label(labels, "model", "model");
        label(labels, "trim", "trim");
        label(labels, "vin", "vin", "vinnumber");
        label(labels, "stock", "stock", "stocknumber", "stockno", "stockid", "inventorystockid");
        label(
                labels,
                "comments",
                "comments",
                "comment",
                "message",
                "customercomments",
                "question",
                "questions",
                "notes",
                "commentaires");
        label(labels, "source", "source", "leadsource", "provider");
        label(labels, "date", "date", "sent", "requestdate", "submitted", "leaddate");
        label(labels, "type", "leadtype", "requesttype", "subject");
        return Map.copyOf(labels);
    }

    private static void label(Map<String, String> labels, String field, String... words) {
        for (String word : words) {
            labels.put(word, field);
        }
    }
}
