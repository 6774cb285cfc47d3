package com.automatrix.execution.lead;

import com.automatrix.execution.lead.adf.LeadReader;
import com.automatrix.execution.lead.adf.Reading;
import com.automatrix.execution.lead.adf.Surroundings;
import com.automatrix.execution.lead.mail.MailReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The documents of {@code src/test/resources/leads}: one or more for each way in which leads are seen to come. */
public final class SampleDocuments {

    public static final Surroundings STORE =
            new Surroundings("US", ZoneId.of("America/New_York"), Instant.parse("2026-05-01T14:00:00Z"));

    static final Path FOLDER = Path.of("src/test/resources/leads");

    private SampleDocuments() {}

    public static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Reading read(Path file) {
        LeadReader leads = new LeadReader(STORE);
        return file.toString().endsWith(".eml") ? new MailReader(leads).read(bytes(file)) : leads.read(bytes(file));
    }
}
