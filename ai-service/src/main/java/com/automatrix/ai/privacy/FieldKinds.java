package com.automatrix.ai.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the name of a field says about its value. */
final class FieldKinds {

    private static final Map<Kind, Pattern> BY_NAME = Map.ofEntries(
            Map.entry(Kind.SSN, Pattern.compile("ssn|sin|itin|taxid|social(security|insurance)?(number|no)?")),
            Map.entry(
                    Kind.CARD,
                    Pattern.compile(
                            "(credit|debit|payment)?card(number|no|details)?|creditcard|pan|cvv2?|cvc2?|cardexpiry")),
            Map.entry(
                    Kind.ACCOUNT,
                    Pattern.compile(
                            "(bank|checking|savings)?account(number|no)|bankaccount|routing(number|no)?|aba|iban|clabe|swift|bic")),
            Map.entry(
                    Kind.INCOME,
                    Pattern.compile(
                            "(annual|monthly|gross|net|household|yearly)?(income|salary|wages?|earnings)(amount)?")),
            Map.entry(Kind.CREDIT, Pattern.compile("credit(score|rating|tier)|fico(score)?|beacon(score)?")),
            Map.entry(Kind.DATE_OF_BIRTH, Pattern.compile("dob|dateofbirth|birth(date|day)|birthyear")),
            Map.entry(
                    Kind.LICENCE,
                    Pattern.compile(
                            "(driver'?s?|driving)?licen[sc]e(number|no|id)?|dl(number|no)?|passport(number|no)?")),
            Map.entry(
                    Kind.SECRET,
                    Pattern.compile(
                            "password|passwd|pwd|passcode|pin|secret|(client|shared)secret|apikey|api?key|(access|refresh|auth|id)?token|credential|privatekey|authorization")),
            Map.entry(Kind.IP, Pattern.compile("ip|ip(v4|v6)?address|clientip|remoteaddr")),
            Map.entry(
                    Kind.PHONE,
                    Pattern.compile(
                            "(home|work|cell|mobile|day|evening|from|to)?(phones?|phonenumber|e164|mobile|fax)")),
            Map.entry(Kind.EMAIL, Pattern.compile("emails?|e-?mailaddress")),
            Map.entry(
                    Kind.ADDRESS,
                    Pattern.compile(
                            "address|street\\d?|streetaddress|addressline\\d?|apartment|postalcode|zip(code)?")),
            Map.entry(Kind.VIN, Pattern.compile("vin|vinserial")),
            Map.entry(
                    Kind.CUSTOMER,
                    Pattern.compile(
                            "(first|last|middle|full|family|given|maiden|customer|contact)name|surname|nickname")));

    private static final Pattern PERSON =
            Pattern.compile("person|customer|contact|buyer|cobuyer|applicant|owner|author");

    private FieldKinds() {}

    /**
     * The kind of a field's value; null if its name tells nothing.
     *
     * @param path names with a dot before each
     */
    static @Nullable Kind of(String path) {
        List<String> names =
                Stream.of(path.split("\\.")).map(FieldKinds::letters).toList();
        String name = names.getLast();
        for (Map.Entry<Kind, Pattern> entry : BY_NAME.entrySet()) {
            if (entry.getValue().matcher(name).matches()) {
                return entry.getKey();
            }
        }
        boolean ofPerson =
                names.size() > 1 && PERSON.matcher(names.get(names.size() - 2)).matches();
        return name.equals("name") && ofPerson ? Kind.CUSTOMER : null;
    }

    /** All names of people that the fields of a tree hold. */
    static Stream<String> names(@Nullable Object tree) {
        return names(tree, "", false);
    }

    private static Stream<String> names(@Nullable Object tree, String path, boolean isName) {
        return switch (tree) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .flatMap(field -> names(
                                field.getValue(),
                                path + "." + field.getKey(),
                                of(path + "." + field.getKey()) == Kind.CUSTOMER));
            case List<?> list -> list.stream().flatMap(item -> names(item, path, isName));
            case String text when isName && !text.isBlank() -> Stream.of(text.strip());
            case null, default -> Stream.empty();
        };
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9']", "").toLowerCase(Locale.ROOT);
    }
}
