package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Odometer;
import com.automatrix.execution.lead.adf.Lead.Price;
import com.automatrix.execution.lead.adf.Lead.Vehicle;
import com.automatrix.execution.vin.Vin;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document says about one vehicle. */
final class VehicleMapping {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(18[89]\\d|19\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.' ]{0,20}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final int LONGEST_VIN = 32;
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999_999L);
    private static final int FARTHEST = 9_999_999;

    private final Surroundings surroundings;
    private final Values values;

    VehicleMapping(Surroundings surroundings, Values values) {
        this.surroundings = surroundings;
        this.values = values;
    }

    Vehicle vehicle(Element vehicle) {
        String vin = vin(values.child(vehicle, "vin"));
        return new Vehicle(
                vin,
                vin == null ? null : verdict(vin),
                year(values.child(vehicle, "year", "modelyear")),
                values.child(vehicle, "make"),
                model(values.child(vehicle, "model")),
                values.child(vehicle, "trim"),
                values.child(vehicle, "stock", "stocknumber", "stockno"),
                odometer(vehicle),
                values.child(vehicle, "condition"),
                price(vehicle),
                interest(vehicle.attribute("interest")),
                status(vehicle.attribute("status")));
    }

    @Nullable
    String vin(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String vin = Vin.of(raw).value();
        return vin.isEmpty() ? null : vin.substring(0, Math.min(vin.length(), LONGEST_VIN));
    }

    String verdict(String vin) {
        Vin judged = Vin.of(vin);
        if (judged.isSuspect()) {
            values.note(Note.VIN_DOUBTFUL);
        }
        return judged.verdict().name();
    }

    static @Nullable Integer year(@Nullable String text) {
        Matcher year = YEAR.matcher(text == null ? "" : text);
        return year.find() ? Integer.valueOf(year.group(1)) : null;
    }

    /** A name whose parenthesis never closes was cut off by somebody's column width. */
    @Nullable
    String model(@Nullable String model) {
        int open = model == null ? -1 : model.lastIndexOf('(');
        if (model == null || open <= 0 || model.indexOf(')', open) >= 0) {
            return model;
        }
        values.note(Note.MODEL_CUT_OFF);
        return model.substring(0, open).strip();
    }

    static String interest(@Nullable String interest) {
        String words = interest == null ? "" : interest.toLowerCase(Locale.ROOT);
        if (words.contains("trade")) {
            return "TRADE_IN";
        }
        if (words.contains("sell")) {
            return "SELL";
        }
        if (words.contains("lease")) {
            return "LEASE";
        }
        return words.contains("test") ? "TEST_DRIVE" : "BUY";
    }

    static boolean isWanted(Vehicle vehicle) {
        return !"TRADE_IN".equals(vehicle.interest()) && !"SELL".equals(vehicle.interest());
    }

    private static @Nullable String status(@Nullable String status) {
        String words = status == null ? "" : status.toLowerCase(Locale.ROOT);
        return words.contains("used") || words.contains("owned") ? "USED" : words.contains("new") ? "NEW" : null;
    }

    private @Nullable Odometer odometer(Element vehicle) {
        Element odometer = vehicle.child("odometer", "mileage").orElse(null);
        String text = odometer == null ? null : values.line(odometer.text());
        if (odometer == null || text == null) {
            return null;
        }
        String units = odometer.attribute("units") == null ? odometer.attribute("unit") : odometer.attribute("units");
        return odometer(text, units == null ? text : units);
    }

    @Nullable
    Odometer odometer(String text, String units) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return null;
        }
        String whole = number.group().replaceAll("[.,]\\d{1,2}\\s*$", "").replaceAll("\\D", "");
        if (whole.isEmpty() || whole.length() > 7) {
            return null;
        }
        int distance = Integer.parseInt(whole);
        return distance == 0 || distance > FARTHEST
                ? null
                : new Odometer(distance, unit(units.toLowerCase(Locale.ROOT)));
    }

    private String unit(String words) {
        if (words.contains("km") || words.contains("kilom")) {
            return "KM";
        }
        boolean isMiles = words.contains("mi")
                || surroundings.country().equals("US")
                || surroundings.country().equals("GB");
        return isMiles ? "MI" : "KM";
    }

    /** The price that is nearest to what the customer would pay: an offer or a quote before a list price. */
    private @Nullable Price price(Element vehicle) {
        return vehicle.children("price")
                .sorted(java.util.Comparator.comparingInt(VehicleMapping::rank))
                .map(this::onePrice)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static int rank(Element price) {
        String type = price.attribute("type");
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "offer", "quote" -> 0;
            case "asking", "" -> 1;
            case "msrp" -> 2;
            default -> 3;
        };
    }

    private @Nullable Price onePrice(Element price) {
        String text = values.line(price.text());
        Matcher number = NUMBER.matcher(text == null ? "" : text);
        if (text == null || !number.find()) {
            return null;
        }
        BigDecimal amount = amount(number.group());
        if (amount == null || amount.signum() == 0) {
            values.note(Note.PLACEHOLDER_DROPPED);
            return null;
        }
        return new Price(amount.toPlainString(), currency(price.attribute("currency")));
    }

    private static @Nullable BigDecimal amount(String text) {
        String digits = text.replaceAll("[ ']", "");
        boolean hasCents = digits.matches(".*[.,]\\d{1,2}");
        String plain = hasCents
                ? digits.substring(0, digits.length() - cents(digits)).replaceAll("\\D", "") + "."
                        + digits.substring(digits.length() - cents(digits) + 1)
                : digits.replaceAll("\\D", "");
        if (plain.isEmpty() || plain.startsWith(".") || plain.length() > 15) {
            return null;
        }
        BigDecimal amount = new BigDecimal(plain);
        return amount.compareTo(MOST) > 0 ? null : amount;
    }

    /** How many characters the separator and the cents take. */
    private static int cents(String digits) {
        return digits.length() - Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    }

    private String currency(@Nullable String currency) {
        if (currency != null && CURRENCY.matcher(currency).matches()) {
            return currency.toUpperCase(Locale.ROOT);
        }
        return switch (surroundings.country()) {
            case "CA" -> "CAD";
            case "MX" -> "MXN";
            case "GB" -> "GBP";
            case "US" -> "USD";
            default -> "EUR";
        };
    }
}
