package com.automatrix.ai.privacy;

import com.automatrix.ai.provider.VinCheckDigit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a person can be reached and where they live, and the number of their vehicle. */
final class PersonDetectors {

    private static final String AT =
            "(?:\\s?@\\s?|\\s?[(\\[{<]\\s?(?:at|arroba|@)\\s?[)\\]}>]\\s?|\\s(?:at|arroba)\\s)";
    private static final String DOT = "(?:\\.|\\s?[(\\[{<]\\s?(?:dot|punto|\\.)\\s?[)\\]}>]\\s?|\\s(?:dot|punto)\\s)";

    private static final String EMAIL = "(?<![a-z0-9._%+-])(?<value>[a-z0-9][a-z0-9._%+-]{0,63}(?:" + DOT
            + "[a-z0-9_-]{1,30}){0,3}" + AT + "[a-z0-9-]{1,63}(?:" + DOT + "[a-z0-9-]{2,63}){1,4})(?![a-z0-9])";

    private static final String SEPARATED = "[\\s\\-.()/]{0,3}";

    private static final String PHONE =
            "(?<![\\d$€])(?<!\\d[.,])(?<!(?:stock|order|invoice|part|ro|po|deal|unit)[ #:]{1,3})(?<value>(?:\\+?1"
                    + SEPARATED
                    + ")?\\(?[2-9]\\d{2}\\)?" + SEPARATED + "\\d{3}" + SEPARATED
                    + "\\d{4}(?:\\s?(?:x|ext\\.?|extension)\\s?\\d{1,6})?)(?!\\d|[.,]\\d)";

    private static final String STREET =
            "(?:street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|circle|cir|place|pl|way"
                    + "|terrace|ter|parkway|pkwy|highway|hwy|route|rte|trail|trl|square|sq|loop|crescent|cres|turnpike|tpke|pike)";

    private static final String REST =
            "(?:,?\\s{1,3}(?:apt|apartment|unit|suite|ste|#|depto|piso)\\.?\\s?[a-z0-9-]{1,6})?"
                    + "(?:,\\s{0,3}[a-z][a-z .'-]{1,30}){0,2}?(?:,?\\s{1,3}[a-z]{2}\\.?,?\\s{1,3}\\d{5}(?:-\\d{4})?|,?\\s{1,3}\\d{5}(?:-\\d{4})?)?";

    /** Words of "2 pm test drive" and "2019 Outback all wheel drive". */
    private static final String NO_STREET =
            "(?:test|wheel|the|on|to|for|of|in|at|pm|am|by|my|a|an|i|is|and|or|any|no|left|right|miles|hours?|days?|minutes?)\\b";

    private static final String ADDRESS =
            "(?<![\\d$,.-])(?<value>\\d{1,6}[a-z]?\\s(?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\.?\\s)?"
                    + "(?:(?!" + NO_STREET + ")[a-z0-9][a-z0-9.'-]{0,24}\\s){1,4}?" + STREET + "\\b\\.?" + REST + ")";

    static final List<Detector> ALL = List.of(
            Labelled.by(Kind.EMAIL, EMAIL),
            Labelled.by(Kind.PHONE, PHONE),
            Labelled.by(
                    Kind.PHONE,
                    "(?<![\\d+]|\\d[.,])(?<value>(?:\\+|00)(?=(?:\\D{0,3}\\d){8})[1-9]\\d{0,2}(?:[\\s\\-.()/]{0,3}\\d{1,5}){2,6})(?!\\d)"),
            Labelled.by(Kind.PHONE, "(?<![a-z\\d$-])(?<!\\d[.,])(?<value>[2-9]\\d{2}[-.]\\d{4})(?![\\d-]|[.,]\\d)"),
            Labelled.by(
                    Kind.PHONE,
                    "(?<!\\d)(?<value>\\d{2}[ -]\\d{4}[ -]\\d{4}|0\\d{1,4}[ -]\\d{3,4}[ -]?\\d{3,4})(?!\\d|[ -]\\d)"),
            Labelled.after(
                    Kind.PHONE,
                    "phone|call(?: me)?(?: at| on)?|cell|text(?: me)?(?: at)?|tel|telefono|celular|movil|mobile|llameme|llamame|whatsapp|fax",
                    20,
                    "\\+?\\d[\\d\\-. ()]{5,18}\\d(?!\\d)"),
            PersonDetectors::oneByOne,
            Labelled.by(Kind.ADDRESS, ADDRESS),
            Labelled.by(
                    Kind.ADDRESS,
                    "(?<![a-z])(?<value>p\\.?\\s?o\\.?\\s?box\\s{0,3}\\d{1,7}|apartado(?: postal)?\\s\\d{1,7})(?!\\d)"),
            Labelled.by(
                    Kind.ADDRESS,
                    "(?<![a-z])(?<value>(?:calle|avenida|carrera|av\\.|calz(?:ada|\\.)|rue)\\s(?:[a-z0-9][a-z0-9.'-]{0,24}\\s){0,4}?(?:#|no\\.?|numero|num\\.?)?,?\\s?\\d{1,6}(?:,\\s?(?:col\\.?|colonia|depto|apt)\\s[a-z0-9 ]{1,30})?)(?![\\d])"),
            PersonDetectors::vins);

    private static final Pattern PHONE_FIGURES = Pattern.compile("1?[2-9]\\d{9}");
    private static final Pattern VIN = Pattern.compile("(?<![a-z0-9])(?:[a-z0-9][ -]?){16}[a-z0-9](?![a-z0-9])");
    private static final Pattern IN_ONE = Pattern.compile("(?=.*[a-z])(?=(?:.*\\d){3})[a-hj-npr-z0-9]{17}");
    private static final Pattern FIGURES = Pattern.compile("\\d.*\\d.*\\d");
    private static final Pattern MANY_FIGURES = Pattern.compile("(?:\\d.*){5}");

    private PersonDetectors() {}

    /** A phone number whose figures stand one by one, or in words. */
    private static Stream<Finding> oneByOne(PlainText text) {
        return DigitRun.in(text.toString()).stream()
                .flatMap(run -> run.spelled(text).stream())
                .filter(run -> PHONE_FIGURES.matcher(run.digits()).matches())
                .map(run -> new Finding(run.start(), run.end(), Kind.PHONE));
    }

    /** Seventeen characters in one piece, or in several if the check digit is right or the text calls it a VIN. */
    private static Stream<Finding> vins(PlainText text) {
        String plain = text.toString();
        Stream.Builder<Finding> found = Stream.builder();
        Matcher candidates = VIN.matcher(plain);
        int from = 0;
        while (from < plain.length() && candidates.find(from)) {
            String vin = candidates.group().replaceAll("[ -]", "");
            boolean inOne = vin.length() == candidates.end() - candidates.start();
            boolean named = plain.substring(Math.max(0, candidates.start() - 20), candidates.start())
                    .matches("(?s).*\\b(?:vin|serie|serial)\\b.*");
            boolean checked = VinCheckDigit.fits(vin);
            boolean whole = inOne && (checked || IN_ONE.matcher(vin).matches());
            boolean parts = (checked && FIGURES.matcher(vin).find())
                    || (named && MANY_FIGURES.matcher(vin).find());
            if (whole || (!inOne && parts)) {
                found.add(new Finding(candidates.start(), candidates.end(), Kind.VIN));
                from = candidates.end();
            } else {
                from = candidates.start() + 1;
            }
        }
        return found.build();
    }
}
