package com.automatrix.workflow.exchange;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;

/** What a workflow can be exported as. */
enum ExportFormat {
    JSON("json"),
    YAML("yaml");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** @throws Invalid if there is none of that name */
    static ExportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    MediaType mediaType() {
        return switch (this) {
            case JSON -> MediaType.APPLICATION_JSON;
            case YAML -> MediaType.APPLICATION_YAML;
        };
    }

    /** Of a file's name. */
    String ending() {
        return ending;
    }

    private static Invalid unknown(String name) {
        String message = "Expected the format json or yaml, but it is \"%s\".".formatted(name);
        return new Invalid(
                "workflow.unknown-format",
                message,
                List.of(new Violation("?format", "workflow.unknown-format", message)));
    }
}
