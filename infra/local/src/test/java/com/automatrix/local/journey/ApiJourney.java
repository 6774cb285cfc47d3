package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.local.docs.ApiPages;
import com.automatrix.local.docs.ApiTable;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The API as whoever programs against it finds it described. */
class ApiJourney {
    private final RunningSystem system = new RunningSystem();

    @Test
    void every_operation_is_described_and_has_a_page_or_a_reason() throws IOException {
        var operations = ApiTable.operations(system.get("/api/docs"));
        var pages = ApiPages.read();
        var expected = ApiTable.of(operations, pages);
        if (Boolean.getBoolean("update")) {
            Files.writeString(ApiTable.FILE, expected);
        }

        assertThat(pages.keySet())
                .as("operations in pages.txt; name the page of each, or after \"-\" the reason why there is none")
                .containsExactlyInAnyOrderElementsOf(operations.keySet());
        assertThat(Files.readString(ApiTable.FILE))
                .as("docs/api.md; rewrite it with -Dupdate=true")
                .isEqualTo(expected);
    }

    @Test
    void an_operation_says_its_role_its_answer_and_how_it_fails() {
        var publish = system.get("/api/docs")
                .path("paths")
                .path("/api/workflows/{id}/publish")
                .path("post");

        assertThat(publish.path("x-required-role").asString()).isEqualTo("BUILDER");
        assertThat(publish.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .startsWith("#/components/schemas/");
        assertThat(publish.at("/responses/default/$ref").asString()).isEqualTo("#/components/responses/Problem");
    }
}
