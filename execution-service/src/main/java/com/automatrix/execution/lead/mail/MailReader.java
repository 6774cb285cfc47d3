package com.automatrix.execution.lead.mail;

import com.automatrix.execution.lead.adf.LeadReader;
import com.automatrix.execution.lead.adf.ParseQuality;
import com.automatrix.execution.lead.adf.Reading;
import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Reading.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the lead of an e-mail: of its XML part, else of the text that can be read best. */
public final class MailReader {

    private final LeadReader leads;

    public MailReader(LeadReader leads) {
        this.leads = leads;
    }

    public Reading read(byte[] message) {
        if (message.length > LeadReader.LARGEST_DOCUMENT_BYTES) {
            return leads.read(message);
        }
        List<Reading> readings = new ArrayList<>();
        List<MailPart> parts = MailParts.ofMail(message).stream()
                .filter(part -> part.isXml() || part.isText())
                .sorted(Comparator.comparing((MailPart part) -> !part.isXml()).thenComparing(MailPart::isHtml))
                .toList();
        for (MailPart part : parts) {
            Reading reading = leads.read(part.content(), part.encoding());
            if (reading instanceof Read read && read.quality() != ParseQuality.DEGRADED) {
                return reading;
            }
            readings.add(reading);
        }
        return best(readings, message);
    }

    private Reading best(List<Reading> readings, byte[] message) {
        Reading degraded =
                readings.stream().filter(Read.class::isInstance).findFirst().orElse(null);
        if (degraded != null) {
            return degraded;
        }
        // Headers that nobody wrote for us may be missing, or cut off: then the whole is the document.
        if (readings.isEmpty() && leads.read(message) instanceof Read whole) {
            return whole;
        }
        return readings.isEmpty()
                ? new Unreadable("Expected an e-mail with a lead, but it has neither text nor XML.", List.of())
                : new Unreadable(
                        "Expected an e-mail with a lead, but no part of it has a prospect, an e-mail address or a phone number.",
                        readings.getFirst().repairs());
    }
}
