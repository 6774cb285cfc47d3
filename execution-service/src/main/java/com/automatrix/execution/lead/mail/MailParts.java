package com.automatrix.execution.lead.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.jspecify.annotations.Nullable;

/** The leaves of a MIME message in their order; what cannot be parsed ends them. */
public final class MailParts {

    private static final int MOST_PARTS = 200;
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(100_000)
            .setMaxContentLen(-1)
            .build();

    private MailParts() {}

    /** The parts of an e-mail. */
    public static List<MailPart> ofMail(byte[] message) {
        return parse(new ByteArrayInputStream(message));
    }

    /**
     * The parts of a form.
     *
     * @param contentType the header of the request, with its boundary
     */
    public static List<MailPart> ofForm(String contentType, byte[] body) {
        String header = "Content-Type: " + contentType.replaceAll("[\\r\\n]", " ") + "\r\n\r\n";
        return parse(new SequenceInputStream(
                new ByteArrayInputStream(header.getBytes(ISO_8859_1)), new ByteArrayInputStream(body)));
    }

    private static List<MailPart> parse(InputStream message) {
        Collecting parts = new Collecting();
        MimeStreamParser parser = new MimeStreamParser(CONFIG, DecodeMonitor.SILENT, null);
        parser.setContentDecoding(true);
        // A forwarded message that is attached is a part like others.
        parser.setRecurse();
        parser.setContentHandler(parts);
        try {
            parser.parse(message);
        } catch (MimeException | IOException | RuntimeException unreadable) {
            // What was read before the place that cannot be parsed is all there is.
            return List.copyOf(parts.found);
        }
        return List.copyOf(parts.found);
    }

    private static final class Collecting extends AbstractContentHandler {

        private final List<MailPart> found = new ArrayList<>();
        private @Nullable String field;
        private @Nullable String encoding;
        private @Nullable String fileName;

        @Override
        public void startHeader() {
            field = null;
            encoding = null;
            fileName = null;
        }

        @Override
        public void field(Field header) throws MimeException {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (name.equals("content-disposition") || name.equals("content-type")) {
                String body = header.getBody();
                field = name.equals("content-disposition") ? parameter(body, "name", field) : field;
                encoding = name.equals("content-type") ? parameter(body, "charset", encoding) : encoding;
                fileName = parameter(body, name.equals("content-type") ? "name" : "filename", fileName);
            }
        }

        private static @Nullable String parameter(String body, String name, @Nullable String otherwise)
                throws MimeException {
            var parsed = RawFieldParser.DEFAULT.parseRawBody(
                    RawFieldParser.DEFAULT.parseField(org.apache.james.mime4j.util.ContentUtil.encode("x: " + body)));
            return parsed.getParams().stream()
                    .filter(parameter -> parameter.getName().equalsIgnoreCase(name) && parameter.getValue() != null)
                    .map(org.apache.james.mime4j.stream.NameValuePair::getValue)
                    .findFirst()
                    .orElse(otherwise);
        }

        @Override
        public void body(BodyDescriptor descriptor, InputStream content) throws IOException {
            if (found.size() < MOST_PARTS) {
                found.add(new MailPart(
                        descriptor.getMimeType().toLowerCase(Locale.ROOT),
                        encoding,
                        field,
                        fileName,
                        content.readAllBytes()));
            }
        }
    }
}
