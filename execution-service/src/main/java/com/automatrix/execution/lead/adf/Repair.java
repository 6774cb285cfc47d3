package com.automatrix.execution.lead.adf;

import java.util.Locale;

/** What had to be done to a document before it could be read. */
public enum Repair {
    ENCODING("The characters were not in the encoding that the document declares."),
    CONTROL_CHARACTERS("Characters that no document may hold were left out."),
    PREAMBLE("Text before or after the lead was left out."),
    QUOTED("The marks of a forwarded message were taken away."),
    QUOTED_PRINTABLE("Quoted-printable text was decoded."),
    HTML_ESCAPED("A lead that was escaped as HTML was unescaped."),
    XML_IN_TEXT("The lead was found inside the text of another document."),
    INSTRUCTIONS("Declarations that were malformed or in the wrong place were taken away."),
    DOCTYPE("A document type was taken away; it is never followed."),
    DOCTYPE_REFUSED("A document type with declarations of its own was refused; nothing in it was expanded."),
    AMPERSANDS("Ampersands that were not escaped were escaped."),
    ELEMENTS("Elements that were not closed, or closed by another name, were read as far as they go."),
    TEXT_ONLY("There was no readable structure; the lead was recognised in the text.");

    private final String sentence;

    Repair(String sentence) {
        this.sentence = sentence;
    }

    /** Such as {@code html-escaped}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }
}
