package com.automatrix.platform.document;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a document can be exported as. */
public enum ExportFormat {
    JSON("json"),
    YAML("yaml");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /**
     * Finds a format by its name.
     *
     * @throws Invalid with {@code request.unknown-format}, if there is none of that name
     */
    public static ExportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /**
     * A document as a file to keep.
     *
     * @param text as {@link DocumentText} writes it
     * @param name the file's, without its ending
     */
    public ResponseEntity<byte[]> file(String text, String name) {
        ContentDisposition attachment =
                ContentDisposition.attachment().filename(name + "." + ending).build();
        return ResponseEntity.ok()
                .contentType(mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private MediaType mediaType() {
        return switch (this) {
            case JSON -> MediaType.APPLICATION_JSON;
            case YAML -> MediaType.APPLICATION_YAML;
        };
    }

    private static Invalid unknown(String name) {
        String message = "Expected the format json or yaml, but it is \"%s\".".formatted(name);
        return new Invalid(
                "request.unknown-format",
                message,
                List.of(new Violation("?format", "request.unknown-format", message)));
    }
}
