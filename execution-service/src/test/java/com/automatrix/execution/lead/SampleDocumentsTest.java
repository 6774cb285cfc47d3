package com.automatrix.execution.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SampleDocumentsTest {

    private static final Path WRITTEN = Path.of("target/leads");

    static List<Path> documents() {
        return SampleDocuments.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_is_read_as_the_file_beside_it_says(Path document) throws IOException {
        String name = document.getFileName() + ".json";
        JsonNode reading = ContractJson.events().valueToTree(SampleDocuments.read(document));
        Files.createDirectories(WRITTEN);
        Files.writeString(
                WRITTEN.resolve(name),
                ContractJson.events().writerWithDefaultPrettyPrinter().writeValueAsString(reading) + "\n");

        assertThat(reading).isEqualTo(ContractJson.events().readTree(Files.readString(document.resolveSibling(name))));
    }

    @Test
    void there_are_documents_for_every_way_in_which_leads_are_seen_to_come() {
        assertThat(documents()).hasSizeGreaterThan(90);
        assertThat(documents().stream()
                        .map(path -> path.getFileName().toString().substring(0, 2))
                        .distinct())
                .containsExactly("00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12");
    }
}
