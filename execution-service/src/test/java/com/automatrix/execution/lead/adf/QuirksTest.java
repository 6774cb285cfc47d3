package com.automatrix.execution.lead.adf;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.lead.SampleDocuments;
import com.automatrix.execution.lead.adf.Reading.Read;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Leads that suffer several of the known quirks at once are read as if they had suffered none. */
class QuirksTest {

    private static final int COMBINATIONS = 1_500;

    /** In the order in which they happen on the way: first the sender's own, then those of what it goes through. */
    private static final List<Map.Entry<String, UnaryOperator<String>>> QUIRKS = List.of(
            Map.entry("no instruction", document -> document.replace("<?adf version=\"1.0\"?>\n", "")),
            Map.entry("instruction in capitals", document -> document.replace("<?adf version", "<?ADF VERSION")),
            Map.entry("declaration in capitals", document -> document.replace("<?xml", "<?XML")),
            Map.entry("declares utf-16", document -> document.replace("UTF-8", "utf-16")),
            Map.entry("raw ampersands", document -> document.replace("&amp;", "&")),
            Map.entry(
                    "capitals",
                    document -> document.replace("prospect>", "PROSPECT>").replace("<prospect", "<PROSPECT")),
            Map.entry(
                    "namespace",
                    document -> document.replace("<adf>", "<x:adf>").replace("</adf>", "</x:adf>")),
            Map.entry(
                    "extension",
                    document -> document.replace("</prospect>", "<nettrak><id>9</id></nettrak></prospect>")),
            Map.entry("blank lines", document -> "\n\n" + document),
            Map.entry("text before", document -> "Dear dealer,\n" + document),
            Map.entry("text after", document -> document + "\nRegards"),
            Map.entry(
                    "document type",
                    document -> document.replaceFirst("<(x:)?adf>", "<!DOCTYPE adf SYSTEM \"adf.dtd\">$0")),
            Map.entry("escaped", QuirksTest::escaped),
            Map.entry("escaped in pre", document -> "<html><body><pre>" + escaped(document) + "</pre></body></html>"),
            Map.entry(
                    "in cdata",
                    document -> document.contains("]]>") ? document : "<body><![CDATA[" + document + "]]></body>"),
            Map.entry("forwarded", document -> "> " + document.replace("\n", "\n> ")));

    @Test
    void a_lead_is_the_same_whatever_has_happened_to_its_document() {
        for (int seed = 0; seed < COMBINATIONS; seed++) {
            Random random = new Random(seed);
            Lead lead = new MadeUpLeads(seed).next();
            List<String> happened = new ArrayList<>();
            String document =
                    AdfWriter.write(lead, "Lakeside Motors", OffsetDateTime.of(2026, 5, 1, 0, 0, 0, 0, ZoneOffset.UTC));
            for (Map.Entry<String, UnaryOperator<String>> quirk : QUIRKS) {
                if (random.nextInt(4) == 0) {
                    happened.add(quirk.getKey());
                    document = quirk.getValue().apply(document);
                }
            }

            Reading reading = new LeadReader(SampleDocuments.STORE).read(document.getBytes(StandardCharsets.UTF_8));

            assertThat(reading)
                    .as("seed %d after %s:%n%s", seed, happened, document)
                    .isInstanceOfSatisfying(Read.class, read -> {
                        assertThat(read.quality()).isNotEqualTo(ParseQuality.DEGRADED);
                        assertThat(read.leads()).containsExactly(lead);
                    });
        }
    }

    private static String escaped(String document) {
        return document.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
