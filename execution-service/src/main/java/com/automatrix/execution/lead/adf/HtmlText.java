package com.automatrix.execution.lead.adf;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text out of HTML: entities become characters, tags become breaks. */
final class HtmlText {

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("reg", "®"),
            Map.entry("copy", "©"),
            Map.entry("trade", "™"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("bull", "•"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"),
            Map.entry("ecirc", "ê"),
            Map.entry("agrave", "à"),
            Map.entry("acirc", "â"),
            Map.entry("ccedil", "ç"),
            Map.entry("ocirc", "ô"),
            Map.entry("icirc", "î"),
            Map.entry("uuml", "ü"),
            Map.entry("ouml", "ö"),
            Map.entry("auml", "ä"),
            Map.entry("ntilde", "ñ"));

    private static final int LONGEST_ENTITY = 12;
    private static final Pattern BREAK =
            Pattern.compile("</?(?:br|p|div|tr|li|h\\d|table|ul|dt|dl)\\b[^<>]*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern CELL = Pattern.compile("</?(?:td|th|dd)\\b[^<>]*+>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!?][^<>]*+>");

    private HtmlText() {}

    static String unescape(String text) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int copied = 0;
        while (ampersand >= 0) {
            String name = nameAt(text, ampersand);
            String meant = entity(name);
            if (meant != null) {
                plain.append(text, copied, ampersand).append(meant);
                copied = ampersand + name.length() + 2;
            }
            ampersand = text.indexOf('&', meant == null ? ampersand + 1 : copied);
        }
        return plain.append(text, copied, text.length()).toString();
    }

    /** The name of the entity that begins at an ampersand; empty if there is none. */
    static String nameAt(String text, int ampersand) {
        for (int end = ampersand + 1; end < Math.min(text.length(), ampersand + LONGEST_ENTITY); end++) {
            if (text.charAt(end) == ';') {
                return text.substring(ampersand + 1, end);
            }
        }
        return "";
    }

    /** The characters that a name between {@code &} and {@code ;} stands for; null if it is unknown. */
    static @Nullable String entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.get(name);
        }
        try {
            boolean isHex = name.startsWith("#x") || name.startsWith("#X");
            int point = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
            boolean isText = point >= ' ' || point == '\n' || point == '\t' || point == '\r';
            boolean isHalf = point >= 0xD800 && point <= 0xDFFF;
            return isText && !isHalf && point < 0x10FFFE && (point & 0xFFFE) != 0xFFFE
                    ? Character.toString(point)
                    : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Whether it is one of the five that XML knows, or a number. */
    static boolean isXmlEntity(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> name.startsWith("#") && entity(name) != null;
        };
    }

    static String plain(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        String seen = without(without(without(html, "<!--", "-->"), "<script", "</script>"), "<style", "</style>");
        String lines = BREAK.matcher(seen).replaceAll("\n");
        return unescape(TAG.matcher(CELL.matcher(lines).replaceAll(" ")).replaceAll(""));
    }

    /** In one pass, since what begins may never end. */
    private static String without(String html, String begin, String end) {
        String lower = html.indexOf('<') < 0 ? "" : html.toLowerCase(Locale.ROOT);
        int from = lower.length() == html.length() ? lower.indexOf(begin) : -1;
        if (from < 0) {
            return html;
        }
        StringBuilder seen = new StringBuilder(html.length());
        int copied = 0;
        while (from >= 0) {
            int to = lower.indexOf(end, from);
            if (to < 0) {
                break;
            }
            seen.append(html, copied, from).append(' ');
            copied = to + end.length();
            from = lower.indexOf(begin, copied);
        }
        return seen.append(html, copied, html.length()).toString();
    }
}
