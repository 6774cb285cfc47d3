package com.automatrix.execution.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.lead.adf.Lead;
import com.automatrix.execution.lead.adf.Reading;
import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes arrive, the answer is a lead or a reason. As long as {@code -Dleads.fuzz=PT60S} says, else for a fixed
 * number of documents; {@code -Dleads.seed=…} begins where a run has failed.
 */
class LeadReaderPropertiesTest {

    private static final int DOCUMENTS = 2_500;
    private static final int LARGEST_EVENT = 1024 * 1024;
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
    private final SchemaCheck schemas = new SchemaCheck();

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
            Reading reading = new DocumentReader(SampleDocuments.STORE)
                    .read(new IncomingDocument(document, type))
                    .reading();
            switch (reading) {
                case Unreadable unreadable -> assertThat(unreadable.because()).startsWith("Expected ");
                case Read read -> read.leads().forEach(lead -> checkEvent(lead, read));
            }
            refuseLoss(document, type, reading);
        } catch (RuntimeException | StackOverflowError failure) {
            throw new AssertionError("with -Dleads.seed=" + seed, failure);
        } catch (AssertionError failure) {
            throw new AssertionError("with -Dleads.seed=" + seed + ": " + failure.getMessage(), failure);
        }
    }

    private void checkEvent(Lead lead, Read read) {
        LeadReceived event = LeadReceived.of(
                lead,
                read.quality(),
                new LeadReceived.Receipt(new UUID(1, 2), "d-1", SampleDocuments.STORE.receivedAt(), "ADF_HTTP", null));
        byte[] json = ContractJson.events().writeValueAsBytes(event);
        assertThat(schemas.event("lead.received.v1", ContractJson.events().readTree(json)))
                .isEmpty();
        assertThat(json.length).isLessThan(LARGEST_EVENT);
    }

    /** Somebody whose address stands in the document is never lost. */
    private static void refuseLoss(byte[] document, String type, Reading reading) {
        String text = new String(document, StandardCharsets.UTF_8);
        if (type.equals("text/xml") && text.contains(">marie@example.test<")) {
            assertThat(reading).isInstanceOf(Read.class);
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
