package com.automatrix.execution.lead;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes arrive, the answer is a lead or a reason. As long as {@code -Dleads.fuzz=PT60S} says, else for a fixed
 * number of documents; {@code -Dleads.seed=…} begins where a run has failed.
 */
class LeadReaderPropertiesTest {

    private static final int DOCUMENTS = 2_500;
    private static final String[] FRAGMENTS = {
        "<",
        ">",
        "&",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<!DOCTYPE adf [",
        "&lt;",
        "=3D",
        "=\n",
        "\n> ",
        "\"",
        "“",
        "<adf>",
        "</adf>",
        "<prospect>",
        "</prospect>",
        "<vehicle>",
        "<customer>",
        "<contact>",
        "<name>",
        "&#0;",
        "&#x110000;",
        "(000) 000-0000",
        "@",
        "+",
        "9999999999999999999",
        "\0",
        "\uFEFF",
        "\r\n\r\n",
        "Content-Type: text/html\n",
        "--b1\n"
    };

    private final List<Path> samples = SampleDocuments.all();
    private final DocumentCheck check = new DocumentCheck();

    @Test
    void whatever_bytes_arrive_the_answer_is_a_lead_that_fits_its_event_or_a_reason() {
        String duration = System.getProperty("leads.fuzz");
        long seed = Long.getLong("leads.seed", 1);
        long until = duration == null
                ? 0
                : System.nanoTime() + Duration.parse(duration).toNanos();
        for (int i = 0; duration == null ? i < DOCUMENTS : System.nanoTime() < until; i++) {
            check(seed + i);
        }
    }

    private void check(long seed) {
        Random random = new Random(seed);
        byte[] document = mutated(random);
        String type = switch (random.nextInt(5)) {
            case 0 -> "message/rfc822";
            case 1 -> "multipart/form-data; boundary=b1";
            case 2 -> "application/x-www-form-urlencoded";
            default -> "text/xml";
        };
        try {
            check.accept(document, type);
        } catch (RuntimeException | StackOverflowError failure) {
            throw new AssertionError("with -Dleads.seed=" + seed, failure);
        } catch (AssertionError failure) {
            throw new AssertionError("with -Dleads.seed=" + seed + ": " + failure.getMessage(), failure);
        }
    }

    private byte[] mutated(Random random) {
        byte[] document = SampleDocuments.bytes(samples.get(random.nextInt(samples.size())));
        int changes = random.nextInt(6);
        for (int i = 0; i < changes && document.length > 0; i++) {
            document = changed(document, random);
        }
        return document;
    }

    private static byte[] changed(byte[] document, Random random) {
        int at = random.nextInt(document.length);
        return switch (random.nextInt(6)) {
            case 0 -> {
                document[at] = (byte) random.nextInt(256);
                yield document;
            }
            case 1 -> joined(document, 0, at, new byte[0], document.length);
            case 2 -> joined(document, 0, at, new byte[0], Math.min(document.length, at + 1 + random.nextInt(40)));
            case 3 ->
                joined(
                        document,
                        0,
                        at,
                        FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8),
                        at);
            case 4 -> joined(document, 0, at, new byte[random.nextInt(20)], at);
            default -> joined(document, 0, document.length, document, document.length);
        };
    }

    private static byte[] joined(byte[] document, int from, int to, byte[] between, int rest) {
        byte[] joined = new byte[to - from + between.length + document.length - rest];
        System.arraycopy(document, from, joined, 0, to - from);
        System.arraycopy(between, 0, joined, to - from, between.length);
        System.arraycopy(document, rest, joined, to - from + between.length, document.length - rest);
        return joined;
    }
}
