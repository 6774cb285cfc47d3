package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Reading.Unreadable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads leads in ADF in every state in which they are seen, and as a last resort in plain text.
 *
 * <p>Whatever bytes it is given, it answers with leads or with the reason why there are none; it never throws, follows no
 * reference out of the document and expands no entity. Safe for many threads.
 */
public final class LeadReader {

    /** More than this is not read. */
    public static final int LARGEST_DOCUMENT_BYTES = 6 * 1024 * 1024;

    private static final int DEEPEST_NESTING = 3;

    private final Surroundings surroundings;

    public LeadReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Reads a document whose encoding no header names. */
    public Reading read(byte[] document) {
        return read(document, null);
    }

    /**
     * Reads a document whose encoding a header may name.
     *
     * @param encoding what the document declares and shows counts more
     */
    public Reading read(byte[] document, @Nullable String encoding) {
        if (document.length > LARGEST_DOCUMENT_BYTES) {
            return new Unreadable(
                    "Expected a document of at most %d bytes, but it has %d."
                            .formatted(LARGEST_DOCUMENT_BYTES, document.length),
                    List.of());
        }
        Reading reading = read(DocumentText.decode(document, encoding));
        // A mark or a name that is wrong hides nobody: the bytes are looked at for themselves.
        return reading instanceof Unreadable && read(DocumentText.undeclared(document)) instanceof Read lead
                ? lead
                : reading;
    }

    /** Reads a document that is text already, whatever encoding it declares. */
    public Reading read(String document) {
        return read(DocumentText.of(document));
    }

    private Reading read(DocumentText document) {
        return read(document.text(), document.repairs(), 0);
    }

    /** The text of bytes in whatever encoding they are, without what no text may hold. */
    public static String text(byte[] bytes) {
        return DocumentText.decode(bytes, null).text();
    }

    private Reading read(String text, Set<Repair> before, int nesting) {
        Set<Repair> repairs = EnumSet.noneOf(Repair.class);
        repairs.addAll(before);
        if (text.isBlank()) {
            return new Unreadable("Expected a lead, but the document is empty.", List.copyOf(repairs));
        }
        Element strict = StrictXml.parse(text).orElse(null);
        if (strict != null) {
            List<Lead> leads = leads(strict);
            if (!leads.isEmpty()) {
                return read(leads, repairs);
            }
            String inside = strict.text();
            if (nesting < DEEPEST_NESTING && RepairPass.hidesStart(inside)) {
                Set<Repair> unwrapped = EnumSet.of(Repair.XML_IN_TEXT);
                unwrapped.addAll(repairs);
                if (read(inside, unwrapped, nesting + 1) instanceof Read lead) {
                    return lead;
                }
            }
        }
        return repair(text, repairs);
    }

    private Reading repair(String text, Set<Repair> repairs) {
        RepairPass.Repaired repaired = RepairPass.apply(text);
        if (RepairPass.hasStart(repaired.text())) {
            Set<Repair> all = EnumSet.noneOf(Repair.class);
            all.addAll(repairs);
            all.addAll(repaired.repairs());
            List<Lead> leads = StrictXml.parse(repaired.text()).map(this::leads).orElse(List.of());
            if (leads.isEmpty()) {
                all.add(Repair.ELEMENTS);
                leads = leads(TolerantXml.parse(repaired.text()));
            }
            if (!leads.isEmpty()) {
                return read(leads, all);
            }
        }
        return lastResort(text, repairs);
    }

    private Reading lastResort(String text, Set<Repair> repairs) {
        return LabelledText.read(text, surroundings)
                .<Reading>map(lead -> {
                    repairs.add(Repair.TEXT_ONLY);
                    return new Read(List.of(lead), ParseQuality.DEGRADED, List.copyOf(repairs));
                })
                .orElseGet(() -> new Unreadable(
                        "Expected a lead, but there is neither a prospect that says anything, an e-mail address nor a phone number in it.",
                        List.copyOf(repairs)));
    }

    private List<Lead> leads(Element document) {
        return new ProspectMapping(surroundings).leads(document);
    }

    private static Read read(List<Lead> leads, Set<Repair> repairs) {
        ParseQuality quality = repairs.isEmpty()
                ? ParseQuality.CLEAN
                : repairs.contains(Repair.DOCTYPE_REFUSED) ? ParseQuality.DEGRADED : ParseQuality.REPAIRED;
        return new Read(leads, quality, List.copyOf(repairs));
    }
}
