package com.automatrix.execution.lead.adf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes what mail programs, web pages and careless senders do to a document, and says what it undid. */
final class RepairPass {

    private static final Pattern QUOTE_MARK = Pattern.compile("(?m)^[ \\t]{0,3}>[ \\t]?");
    private static final Pattern QUOTED_START =
            Pattern.compile("(?m)^[ \\t]{0,3}>[> \\t]{0,20}(?:<|&lt;)(?:\\?|adf|prospect)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED_PRINTABLE = Pattern.compile("=3D[\"'“]?|=\\r?\\n");
    private static final Pattern ESCAPED =
            Pattern.compile("&(?:amp;)?lt;\\s{0,9}(?:\\?xml|\\?adf|adf\\b|prospect\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern START = Pattern.compile(
            "<(?:\\?\\s{0,3}(?:xml|adf)|!DOCTYPE|(?:[A-Za-z0-9_.-]{1,30}:)?(?:adf|prospect)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("</(?:[A-Za-z0-9_.-]{1,30}:)?(?:adf|prospect)\\s{0,9}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTRUCTION = Pattern.compile("<\\?[^<>]{0,300}+>?");

    private static final int MOST_DOCUMENT_TYPES = 3;

    private final Set<Repair> repairs = EnumSet.noneOf(Repair.class);
    private String text;

    private RepairPass(String text) {
        this.text = text;
    }

    /** A text that may be well-formed now, and what was done to it. */
    record Repaired(String text, Set<Repair> repairs) {}

    static Repaired apply(String text) {
        RepairPass pass = new RepairPass(text);
        pass.unquote();
        pass.decodeQuotedPrintable();
        pass.unescapeHtml();
        pass.removeDocumentType();
        pass.cutOut();
        pass.removeInstructions();
        pass.escapeAmpersands();
        return new Repaired(pass.text, pass.repairs);
    }

    /** Whether it may be a lead in XML at all. */
    static boolean hasStart(String text) {
        return START.matcher(text).find();
    }

    /** Whether a lead in XML may be hidden in it as text. */
    static boolean hidesStart(String text) {
        return hasStart(text) || ESCAPED.matcher(text).find();
    }

    private void unquote() {
        while (QUOTED_START.matcher(text).find()) {
            text = QUOTE_MARK.matcher(text).replaceAll("");
            repairs.add(Repair.QUOTED);
        }
    }

    private void decodeQuotedPrintable() {
        if (!text.contains("=3D") || !QUOTED_PRINTABLE.matcher(text).find()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '=' && i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else if (character == '=' && text.startsWith("\r\n", i + 1)) {
                i += 2;
            } else if (character == '=' && text.startsWith("\n", i + 1)) {
                i++;
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(character < 256 ? ISO_8859_1 : UTF_8));
            }
        }
        text = DocumentText.decode(bytes.toByteArray(), null).text();
        repairs.add(Repair.QUOTED_PRINTABLE);
    }

    private static boolean isHex(char character) {
        return Character.digit(character, 16) >= 0 && character < 128;
    }

    /** Escaped twice by a program that quotes what another has escaped. */
    private void unescapeHtml() {
        for (int i = 0; i < 3; i++) {
            Matcher escaped = ESCAPED.matcher(text);
            if (!escaped.find()) {
                return;
            }
            Matcher plain = START.matcher(text);
            if (plain.find()
                    && !text.substring(plain.start(), plain.end()).startsWith("<!")
                    && plain.start() < escaped.start()) {
                return;
            }
            text = HtmlText.plain(text.substring(escaped.start()));
            repairs.add(Repair.HTML_ESCAPED);
        }
    }

    private void removeDocumentType() {
        int start = text.toLowerCase(Locale.ROOT).indexOf("<!doctype");
        for (int i = 0; i < MOST_DOCUMENT_TYPES && start >= 0; i++) {
            int close = text.indexOf('>', start);
            int subset = text.indexOf('[', start);
            boolean hasSubset = subset >= 0 && (close < 0 || subset < close);
            int end = hasSubset ? endOfSubset(subset) : close;
            text = text.substring(0, start) + (end < 0 ? "" : text.substring(end + 1));
            repairs.add(hasSubset ? Repair.DOCTYPE_REFUSED : Repair.DOCTYPE);
            start = text.toLowerCase(Locale.ROOT).indexOf("<!doctype");
        }
    }

    private int endOfSubset(int subset) {
        Matcher end = Pattern.compile("\\]\\s{0,20}>").matcher(text);
        if (end.find(subset)) {
            return end.end() - 1;
        }
        Matcher lead = Pattern.compile("<(?:adf|prospect)\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return lead.find(subset) ? lead.start() - 1 : -1;
    }

    private void cutOut() {
        Matcher start = START.matcher(text);
        if (!start.find()) {
            return;
        }
        int from = start.start();
        int to = text.length();
        Matcher end = END.matcher(text);
        while (end.find()) {
            to = end.end();
        }
        boolean isAround = !text.substring(0, from).isBlank()
                || (to > from && !text.substring(to).isBlank());
        if (isAround || from > 0) {
            repairs.add(Repair.PREAMBLE);
        }
        text = text.substring(from, Math.max(from, to));
    }

    private void removeInstructions() {
        Matcher instructions = INSTRUCTION.matcher(text);
        StringBuilder without = new StringBuilder(text.length());
        boolean isOdd = false;
        while (instructions.find()) {
            String instruction = instructions.group();
            boolean isFirst = instructions.start() == 0;
            boolean isUsual = instruction.endsWith("?>")
                    && (instruction.startsWith("<?xml ") ? isFirst : instruction.startsWith("<?adf"));
            isOdd |= !isUsual;
            instructions.appendReplacement(without, "");
        }
        instructions.appendTail(without);
        text = without.toString();
        if (isOdd) {
            repairs.add(Repair.INSTRUCTIONS);
        }
    }

    private void escapeAmpersands() {
        StringBuilder escaped = new StringBuilder(text.length() + 64);
        int at = 0;
        while (at < text.length()) {
            int cdata = text.indexOf("<![CDATA[", at);
            int end = cdata < 0 ? text.length() : cdata;
            escapeAmpersands(text.substring(at, end), escaped);
            int close = cdata < 0 ? -1 : text.indexOf("]]>", cdata);
            at = cdata < 0 ? end : close < 0 ? text.length() : close + 3;
            escaped.append(text, end, at);
        }
        text = escaped.toString();
    }

    private void escapeAmpersands(String part, StringBuilder escaped) {
        int copied = 0;
        for (int at = part.indexOf('&'); at >= 0; at = part.indexOf('&', at + 1)) {
            String name = HtmlText.nameAt(part, at);
            if (!HtmlText.isXmlEntity(name)) {
                String meant = HtmlText.entity(name);
                escaped.append(part, copied, at).append(meant == null ? "&amp;" : meant);
                copied = meant == null ? at + 1 : at + name.length() + 2;
                repairs.add(Repair.AMPERSANDS);
            }
        }
        escaped.append(part, copied, part.length());
    }
}
