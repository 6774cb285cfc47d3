package com.automatrix.workflow;

import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;

/** The golden definitions of the contracts. */
public final class Examples {

    private Examples() {}

    /** One of them. */
    public record Example(String name, String json) {

        public Map<String, Object> definition() {
            return ContractJson.events().readValue(json, new TypeReference<>() {});
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Example> valid() {
        return files("valid/*.json");
    }

    /** Those whose path below the folder of the definitions fits a pattern. */
    public static Stream<Example> files(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:contracts/examples/definition/" + pattern))
                    .map(Examples::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example read(Resource file) {
        try {
            return new Example(
                    Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
