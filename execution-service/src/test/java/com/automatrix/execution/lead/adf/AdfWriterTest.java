package com.automatrix.execution.lead.adf;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.lead.SampleDocuments;
import com.automatrix.execution.lead.adf.Reading.Read;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class AdfWriterTest {

    private static final OffsetDateTime TODAY = OffsetDateTime.of(2026, 5, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int LEADS = 500;

    @Test
    void a_lead_that_was_written_fits_the_document_type_and_is_read_as_the_same_lead() throws Exception {
        for (int seed = 0; seed < LEADS; seed++) {
            Lead lead = new MadeUpLeads(seed).next();

            String document = AdfWriter.write(lead, "Lakeside Motors", TODAY);

            assertThat(errors(document)).as(document).isEmpty();
            assertThat(new LeadReader(SampleDocuments.STORE).read(document))
                    .isEqualTo(new Read(List.of(lead), ParseQuality.CLEAN, List.of()));
        }
    }

    @Test
    void what_a_lead_lacks_is_written_as_a_placeholder_that_is_left_out_again() throws Exception {
        Lead.Person nobody =
                new Lead.Person(null, null, List.of(new Lead.Email("a@example.test", null)), List.of(), null, null);
        Lead bare = new Lead(
                null, LeadType.SALES, nobody, List.of(), List.of(), null, null, List.of(), List.of(), null, List.of());

        String document = AdfWriter.write(bare, "Lakeside Motors", TODAY);

        assertThat(errors(document)).isEmpty();
        assertThat(new LeadReader(SampleDocuments.STORE).read(document)).isInstanceOfSatisfying(Read.class, read -> {
            assertThat(read.leads().getFirst().person()).isEqualTo(nobody);
            assertThat(read.leads().getFirst().vehiclesOfInterest()).isEmpty();
        });
    }

    @Test
    void a_document_that_does_not_fit_the_document_type_is_told_from_one_that_does() throws Exception {
        assertThat(errors("<?xml version=\"1.0\"?><adf><prospect><customer/></prospect></adf>"))
                .isNotEmpty();
    }

    private static List<String> errors(String document) throws ParserConfigurationException, IOException, SAXException {
        List<String> errors = new ArrayList<>();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setValidating(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Collecting(errors));
        builder.parse(new InputSource(
                new StringReader(document.replaceFirst("<adf>", "<!DOCTYPE adf [" + documentType() + "]><adf>"))));
        return errors;
    }

    private static String documentType() throws IOException {
        try (var file = AdfWriterTest.class.getResourceAsStream("/adf-1.0-corrected.dtd")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private record Collecting(List<String> errors) implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            errors.add(exception.getMessage());
        }

        @Override
        public void error(SAXParseException exception) {
            errors.add(exception.getMessage());
        }

        @Override
        public void fatalError(SAXParseException exception) {
            errors.add(exception.getMessage());
        }
    }
}
