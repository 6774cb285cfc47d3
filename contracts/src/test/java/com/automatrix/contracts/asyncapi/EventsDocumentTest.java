package com.automatrix.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventsDocumentTest {

    private static final Path FILE = Path.of("../docs/events.md");

    @Test
    void the_page_about_events_is_the_one_that_the_contracts_give() throws IOException {
        String expected = EventsDocument.of(AsyncApi.read());
        if (Boolean.getBoolean("update")) {
            Files.writeString(FILE, expected);
        }

        assertThat(Examples.text(FILE))
                .as("docs/events.md; rewrite it with -Dupdate=true")
                .isEqualTo(expected);
    }
}
