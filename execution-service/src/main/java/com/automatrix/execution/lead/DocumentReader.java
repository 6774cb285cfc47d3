package com.automatrix.execution.lead;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.lead.adf.FormReader;
import com.automatrix.execution.lead.adf.LeadReader;
import com.automatrix.execution.lead.adf.ParseQuality;
import com.automatrix.execution.lead.adf.Reading;
import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Surroundings;
import com.automatrix.execution.lead.mail.MailPart;
import com.automatrix.execution.lead.mail.MailParts;
import com.automatrix.execution.lead.mail.MailReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads a document by what its sender calls it, and by what it shows itself to be if that makes no sense. */
final class DocumentReader {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s{0,5}=\\s{0,5}\"?([A-Za-z0-9._-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\\r\\n]{0,998}\\r?\\n(?:[ \\t][^\\r\\n]{0,998}\\r?\\n){0,20}){2,60}\\r?\\n");
    private static final int LOOKED_AT = 8_000;

    private final LeadReader leads;
    private final MailReader mails;
    private final FormReader forms;

    DocumentReader(Surroundings surroundings) {
        this.leads = new LeadReader(surroundings);
        this.mails = new MailReader(leads);
        this.forms = new FormReader(surroundings);
    }

    /** What a document says, and how it came. */
    record ReadDocument(Reading reading, Channel channel) {}

    ReadDocument read(IncomingDocument document) {
        String type = document.mediaType();
        if (type.equals(IncomingDocument.MAIL)) {
            return new ReadDocument(mails.read(document.content()), Channel.ADF_EMAIL);
        }
        if (type.startsWith("multipart/")) {
            return multipart(document);
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            return form(UrlEncoded.read(document.content()), document);
        }
        if (type.equals("application/json")) {
            return json(document);
        }
        return xml(document);
    }

    private ReadDocument xml(IncomingDocument document) {
        Matcher charset = CHARSET.matcher(document.contentType());
        Reading reading = leads.read(document.content(), charset.find() ? charset.group(1) : null);
        if (!isGood(reading) && looksLikeMail(document.content())) {
            Reading mail = mails.read(document.content());
            if (isGood(mail) || !(reading instanceof Read)) {
                return new ReadDocument(mail, Channel.ADF_EMAIL);
            }
        }
        return new ReadDocument(reading, Channel.ADF_HTTP);
    }

    private static boolean isGood(Reading reading) {
        return reading instanceof Read read && read.quality() != ParseQuality.DEGRADED;
    }

    private static boolean looksLikeMail(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return MAIL_HEADER.matcher(start).lookingAt();
    }

    private ReadDocument multipart(IncomingDocument document) {
        List<MailPart> parts = MailParts.ofForm(document.contentType(), document.content());
        Optional<MailPart> xml = parts.stream()
                .filter(part -> part.isXml() || holdsXml(part.content()))
                .findFirst();
        if (xml.isPresent()) {
            return new ReadDocument(leads.read(xml.get().content(), xml.get().encoding()), Channel.ADF_HTTP);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (MailPart part : parts) {
            if (part.field() != null) {
                fields.putIfAbsent(part.field(), new String(part.content(), StandardCharsets.UTF_8));
            }
        }
        return form(fields, document);
    }

    private static boolean holdsXml(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return start.contains("<adf")
                || start.contains("<prospect")
                || start.contains("&lt;adf")
                || start.contains("<?adf");
    }

    private ReadDocument form(Map<String, String> fields, IncomingDocument document) {
        Optional<String> xml = fields.values().stream()
                .filter(value -> holdsXml(value.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
        if (xml.isPresent()) {
            return new ReadDocument(leads.read(xml.get().getBytes(StandardCharsets.UTF_8)), Channel.ADF_HTTP);
        }
        Reading reading = forms.read(fields);
        // A sender that says "form" and sends XML.
        return reading instanceof Read || !holdsXml(document.content())
                ? new ReadDocument(reading, Channel.FORM)
                : xml(document);
    }

    private ReadDocument json(IncomingDocument document) {
        Object tree = tree(document.content());
        if (!(tree instanceof Map<?, ?> object)) {
            return xml(document);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("", object, fields);
        return form(fields, document);
    }

    private static @Nullable Object tree(byte[] content) {
        try {
            return ContractJson.events().readValue(content, Object.class);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /** A vehicle's fields are fields of the form; a trade-in keeps its name in front of its own. */
    private static void flatten(String prefix, Map<?, ?> object, Map<String, String> fields) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && prefix.length() < 100) {
                String key = String.valueOf(name);
                flatten(key.toLowerCase(Locale.ROOT).startsWith("trade") ? "trade " : prefix, inner, fields);
            } else if (value != null) {
                fields.putIfAbsent(prefix + name, String.valueOf(value));
            }
        });
    }
}
