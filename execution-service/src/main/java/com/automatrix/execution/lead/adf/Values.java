package com.automatrix.execution.lead.adf;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of one lead's fields as they may go on, and what was noted about them on the way. */
final class Values {

    private static final int LONGEST_FIELD = 300;
    private static final int LONGEST_COMMENTS = 20_000;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]++");
    private static final Pattern BLANKS_OF_A_LINE = Pattern.compile("[ \\t\\u00a0]++");
    private static final Pattern BLANK_LINES = Pattern.compile(" ?\\n[ \\n]*+");
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])");
    private static final Pattern CARD = Pattern.compile("(?<![\\d-])\\d{4}([ -]?)\\d{4}\\1\\d{4}\\1\\d{4}(?![\\d-])");

    private static final Set<String> PLACEHOLDERS = Set.of(
            "not specified",
            "unspecified",
            "not provided",
            "not available",
            "not given",
            "not applicable",
            "unknown",
            "name unknown",
            "unknown name",
            "unknown unknown",
            "no name",
            "no phone",
            "no email",
            "n/a",
            "n.a.",
            "na",
            "none",
            "none given",
            "null",
            "(null)",
            "nil",
            "undefined",
            "tbd",
            "-",
            "--",
            "---",
            ".",
            "?",
            "full line",
            "any",
            "any model",
            "any make",
            "any year",
            "select",
            "select one",
            "select make",
            "select model",
            "no preference",
            "no model",
            "no vehicle",
            "no trim",
            "no stock",
            "xxx",
            "anonymous",
            "wireless caller",
            "unknown caller",
            "no comments",
            "no comment");

    private final Set<Note> notes = EnumSet.noneOf(Note.class);

    Set<Note> notes() {
        return notes;
    }

    void note(Note note) {
        notes.add(note);
    }

    /** One line of text, without numbers that are nobody's business; null if there is none or it only holds a place. */
    @Nullable
    String line(@Nullable String raw) {
        String line = id(raw);
        return line == null ? null : masked(line);
    }

    /** The same for what names a thing: it may look like a card's number and is none. */
    @Nullable
    String id(@Nullable String raw) {
        String line = raw == null
                ? ""
                : BLANKS.matcher(HtmlText.plain(raw)).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return null;
        }
        if (isPlaceholder(line)) {
            notes.add(Note.PLACEHOLDER_DROPPED);
            return null;
        }
        return shortened(line, LONGEST_FIELD);
    }

    @Nullable
    String child(Element parent, String... names) {
        return parent.children(names)
                .map(child -> line(child.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What somebody wrote, line by line, without markup. */
    @Nullable
    String prose(@Nullable String raw) {
        String plain = raw == null ? "" : HtmlText.plain(HtmlText.plain(raw)).replace("\r", "");
        String lines = BLANK_LINES
                .matcher(BLANKS_OF_A_LINE.matcher(plain).replaceAll(" "))
                .replaceAll("\n")
                .strip();
        if (lines.isEmpty() || isPlaceholder(lines)) {
            return null;
        }
        return shortened(masked(lines), LONGEST_COMMENTS);
    }

    static boolean isPlaceholder(String value) {
        return PLACEHOLDERS.contains(value.toLowerCase(Locale.ROOT));
    }

    private String masked(String text) {
        String masked = hidden(text);
        if (!masked.equals(text)) {
            notes.add(Note.SENSITIVE_MASKED);
        }
        return masked;
    }

    /** The text without social security and card numbers. */
    static String hidden(String text) {
        return CARD.matcher(SOCIAL_SECURITY.matcher(text).replaceAll("***-**-****"))
                .replaceAll("**** **** **** ****");
    }

    private String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        notes.add(Note.SHORTENED);
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }
}
