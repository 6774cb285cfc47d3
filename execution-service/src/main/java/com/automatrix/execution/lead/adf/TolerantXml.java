package com.automatrix.execution.lead.adf;

import java.util.Set;

/** Reads elements out of any text: what is not closed ends with what surrounds it, what makes no sense is text. */
final class TolerantXml {

    /** They hold no other elements, so that one begins where another of them was not closed. */
    private static final Set<String> LEAVES = Set.of(
            "year",
            "make",
            "model",
            "vin",
            "stock",
            "trim",
            "doors",
            "bodystyle",
            "transmission",
            "odometer",
            "condition",
            "price",
            "name",
            "email",
            "phone",
            "street",
            "apartment",
            "city",
            "regioncode",
            "postalcode",
            "country",
            "vendorname",
            "service",
            "url",
            "requestdate",
            "id",
            "optionname");

    private static final Set<String> HTML =
            Set.of("br", "p", "b", "i", "hr", "img", "span", "div", "font", "a", "u", "strong");

    private final String text;
    private final Element.Builder builder = new Element.Builder();
    private int at;

    private TolerantXml(String text) {
        this.text = text;
    }

    static Element parse(String text) {
        return new TolerantXml(text).read();
    }

    private Element read() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            builder.text(HtmlText.unescape(text.substring(at, tag < 0 ? text.length() : tag)));
            if (tag < 0) {
                break;
            }
            at = tag;
            if (!readTag()) {
                break;
            }
        }
        return builder.document();
    }

    private boolean readTag() {
        if (text.startsWith("<![CDATA[", at)) {
            int end = text.indexOf("]]>", at);
            builder.text(text.substring(at + 9, end < 0 ? text.length() : end));
            at = end < 0 ? text.length() : end + 3;
        } else if (text.startsWith("<!--", at)) {
            skipPast("-->");
        } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
            skipPast(">");
        } else if (text.startsWith("</", at)) {
            endTag();
        } else if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
            return startTag();
        } else {
            builder.text("<");
            at++;
        }
        return true;
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void endTag() {
        at += 2;
        String name = Element.localName(name());
        skipPast(">");
        int ends = builder.distance(name);
        // Closed by another name, as in <optionname>…</name>.
        boolean closesAnother =
                !LEAVES.contains(builder.top().name()) || builder.top().name().equals(name);
        if (!closesAnother && !HTML.contains(name) && (ends == 0 || LEAVES.contains(name))) {
            ends = 1;
        }
        for (int i = 0; i < ends; i++) {
            builder.end();
        }
    }

    private boolean startTag() {
        at++;
        Element element = new Element(name());
        boolean isEmpty = attributes(element);
        if (HTML.contains(element.name())) {
            builder.text("\n");
            return true;
        }
        if (LEAVES.contains(builder.top().name())) {
            builder.end();
        }
        boolean hasRoom = builder.start(element);
        if (hasRoom && isEmpty) {
            builder.end();
        }
        return hasRoom;
    }

    /** Up to the end of the tag; says whether it is closed at once. */
    private boolean attributes(Element element) {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '>') {
                at++;
                return false;
            }
            if (next == '<') {
                // The tag itself was not closed.
                return false;
            }
            if (next == '/' && at + 1 < text.length() && text.charAt(at + 1) == '>') {
                at += 2;
                return true;
            }
            if (Character.isLetter(next)) {
                attribute(element);
            } else {
                at++;
            }
        }
        return false;
    }

    private void attribute(Element element) {
        String name = name();
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            skipBlanks();
            element.attribute(name, HtmlText.unescape(value()));
        } else if (name.isEmpty()) {
            at++;
        }
    }

    private String value() {
        if (at >= text.length()) {
            return "";
        }
        char quote = text.charAt(at);
        if ("\"'“”„‘’".indexOf(quote) < 0) {
            return until(" \t\r\n/><");
        }
        at++;
        String value = until("\"'".indexOf(quote) >= 0 ? quote + "<>" : "“”\"’<>");
        if (at < text.length() && "<>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return value;
    }

    private String until(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || "_:.-".indexOf(character) >= 0;
    }
}
