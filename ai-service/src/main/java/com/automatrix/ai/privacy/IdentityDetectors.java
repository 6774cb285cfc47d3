package com.automatrix.ai.privacy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers by which authorities know a person: social security, driver's licence, passport, date of birth. */
final class IdentityDetectors {

    private static final String SSN =
            "ssn|s\\.\\s?s\\.\\s?n\\.?|s s n|social security|soc\\.? ?sec\\.?|social insurance"
                    + "|social ?(?:#|number|num\\b|no\\b|nbr)|(?:my|his|her|their|wife's|husband's|full) (?:full )?social"
                    + "|social(?=\\s*(?::|=|is|es)\\s*\\d)|seguro social|numero de seguro|nss|itin|tin|tax ?id|taxpayer id|ein";

    private static final String SSN_VALUE = "\\d[\\d\\s\\-._/,*x]{2,24}\\d(?!\\d)";

    private static final String LICENCE =
            "(?:driver'?s?'?|drivers|operator'?s?|driving)[ -]*(?:licen[sc]e|lic\\b|permit)"
                    + "(?:\\s?(?:#|number|num|no\\.?|id))?|licen[sc]e(?:\\s?(?:#|number|num|no\\.?|id))?"
                    + "|\\bd\\.?\\s?l\\.?(?:\\s?(?:#|number|num|no\\.?))?|\\bdln|licencia(?: de (?:conducir|manejo))?"
                    + "|permis de conduire|permiso de conducir|passport|pasaporte|green card|state id|matricula consular";

    private static final String LICENCE_VALUE =
            "\\b(?=[a-z0-9 \\-*]{0,22}\\d)[a-z]{0,3}(?:[ -]?\\d){5,14}(?:[ -]?[a-z0-9]{1,2}\\b)?";

    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]{0,7}\\.?";

    private static final String YEAR = "(?:19|20)\\d{2}|'?\\d{2}";

    private static final String ORDINAL =
            "(?:\\d{1,2}[ -]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
                    + "|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|primero)";

    static final String DATE = "(?:\\d{1,4}\\s?[/\\-. ]\\s?\\d{1,2}\\s?[/\\-. ]\\s?\\d{1,4}"
            + "|" + MONTH + "[ -]*(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?:\\s?of)?[ ,-]*(?:" + YEAR + "|\\d{2} \\d{2})?"
            + "|\\d{1,2}(?:st|nd|rd|th|o)?[ -]*(?:of |de |del )?" + MONTH + "[ ,-]*(?:de |del )?(?:" + YEAR
            + "|\\d{2} \\d{2})?"
            + "|" + ORDINAL + " (?:of |de )?" + MONTH + "[ ,-]*(?:de |del )?(?:" + YEAR + "|\\d{2} \\d{2})?"
            + "|" + MONTH + "[ -]*(?:the )?" + ORDINAL + "[ ,-]*(?:" + YEAR + "|\\d{2} \\d{2})?"
            + "|" + MONTH + "[ ,-]*(?:of |de |del )?(?:19|20)\\d{2}"
            + "|\\d{8}|\\d{6}|(?:19|20)\\d{2}|\\d{2} \\d{2}|'?\\d{2})(?!\\d)";

    private static final String BIRTH =
            "dob|d\\.\\s?o\\.\\s?b\\.?|d o b|date of birth|birth ?-?date|birth ?-?day|b-?day"
                    + "|birth|born(?: on| in)?|year of birth|fecha de nacimiento|fec\\.? ?nac\\.?|nacimiento|nacid[oa]|naci|cumpleanos"
                    + "|date de naissance|ne le";

    /** A whole date of so long ago says when somebody was born, whatever stands beside it. */
    private static final String LONG_AGO =
            "(?<![\\d/.-])(?<value>(?:(?:0?\\d|1[0-2]|[12]\\d|3[01])[/.-](?:0?\\d|1[0-2]|[12]\\d|3[01])[/.-]"
                    + "(?:19\\d{2}|200[0-7])|(?:19\\d{2}|200[0-7])[/.-](?:0?\\d|1[0-2])[/.-](?:0?\\d|[12]\\d|3[01])"
                    + "|" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? (?:19\\d{2}|200[0-7])"
                    + "|\\d{1,2} (?:de )?" + MONTH + " (?:de |del )?(?:19\\d{2}|200[0-7])))(?![\\d/-])";

    static final List<Detector> ALL = List.of(
            IdentityDetectors::grouped,
            Labelled.after(Kind.SSN, SSN, 40, SSN_VALUE),
            Labelled.by(
                    Kind.SSN,
                    "(?<!\\d)(?<value>\\d{3}[\\s\\-._/]{0,3}\\d{2}[\\s\\-._/]{0,3}\\d{4}|\\d{9})(?!\\d)\\D{0,25}?(?<![a-z])(?:"
                            + SSN + ")(?![a-z])"),
            Labelled.by(
                    Kind.SSN,
                    "(?<![a-z])(?:last|ultimos)[ -](?:4|\\d)?\\D{0,15}(?<value>\\d{4})(?!\\d)\\D{0,20}(?:social|ssn|seguro)(?![a-z])"),
            Labelled.by(Kind.SSN, "[x*#]{3}[ -]?[x*#]{2}[ -]?(?<value>\\d{4})(?!\\d)"),
            Labelled.by(
                    Kind.SSN,
                    "(?<![a-z])(?:" + SSN
                            + ")(?![a-z])\\D{0,25}(?:last|ending|ends|ultimos)\\b\\D{0,12}(?:4\\D{1,12})?(?<value>\\d{4})(?!\\d)"),
            Labelled.after(Kind.LICENCE, LICENCE, 30, LICENCE_VALUE),
            Labelled.by(
                    Kind.LICENCE,
                    "(?<![a-z0-9])(?<value>[a-z]\\d{3}[ -]\\d{3}[ -]\\d{2}[ -]\\d{3}[ -]\\d|[a-z]\\d{3}[ -]\\d{4}[ -]\\d{4}[ -]\\d{2}"
                            + "|[a-z]\\d{4}[ -]\\d{5}[ -]\\d{5}|[a-z]\\d{3}[ -]\\d{3}[ -]\\d{3}[ -]\\d{3})(?![a-z0-9])"),
            Labelled.after(Kind.DATE_OF_BIRTH, BIRTH, 30, DATE),
            Labelled.by(
                    Kind.DATE_OF_BIRTH,
                    "(?<!\\d)(?<value>" + DATE
                            + ")\\D{0,12}?(?<![a-z])(?:dob|d\\.o\\.b|date of birth|birth ?date|birth ?day"
                            + "|fecha de nacimiento|nacimiento)(?![a-z])"),
            Labelled.by(Kind.DATE_OF_BIRTH, LONG_AGO));

    private static final List<Integer> AMERICAN = List.of(3, 2, 4);
    private static final List<Integer> CANADIAN = List.of(3, 3, 3);
    private static final int FIGURES = 9;
    private static final Pattern NEVER_GIVEN = Pattern.compile("000.*|...00.*|.....0000");

    private IdentityDetectors() {}

    /** Nine figures in the groups of a social security number, one by one, or in words. */
    private static Stream<Finding> grouped(PlainText text) {
        Stream.Builder<Finding> found = Stream.builder();
        for (DigitRun run : DigitRun.in(text.toString())) {
            run.spelled(text).stream()
                    .filter(stretch -> stretch.digits().length() == FIGURES)
                    .forEach(stretch -> found.add(new Finding(stretch.start(), stretch.end(), Kind.SSN)));
            for (int from = 0; from < run.groups().size(); from++) {
                for (int to = from + AMERICAN.size();
                        to <= Math.min(run.groups().size(), from + AMERICAN.size());
                        to++) {
                    DigitRun part = run.part(from, to);
                    boolean whole = to - from == run.groups().size();
                    if (isNumber(part, whole)) {
                        found.add(new Finding(part.start(), part.end(), Kind.SSN));
                    }
                }
            }
        }
        return found.build();
    }

    private static boolean isNumber(DigitRun part, boolean whole) {
        List<Integer> sizes = part.sizes();
        if (sizes.equals(AMERICAN)) {
            return whole
                    || (!part.isBroken() && !NEVER_GIVEN.matcher(part.digits()).matches());
        }
        return sizes.equals(CANADIAN) && (whole || !part.isBroken()) && DigitRun.passesLuhn(part.digits());
    }
}
