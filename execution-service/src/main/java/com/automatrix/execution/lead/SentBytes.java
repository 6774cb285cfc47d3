package com.automatrix.execution.lead;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What the body of a request was before it was compressed for the way. */
final class SentBytes {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

    private SentBytes() {}

    /** Its first bytes, as they came where they are not what {@code Content-Encoding} says: a lead is never refused for it. */
    static byte[] of(HttpServletRequest request, int most) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(most);
        String coding = request.getHeader("Content-Encoding");
        return coding != null && GZIP.contains(coding.strip().toLowerCase(Locale.ROOT)) ? unpacked(sent, most) : sent;
    }

    private static byte[] unpacked(byte[] sent, int most) {
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return packed.readNBytes(most);
        } catch (IOException notPacked) {
            return sent;
        }
    }
}
