package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the templates that come with the product. */
final class TemplateFiles {

    private static final String PATTERN = "classpath:templates/**/*.json";

    private TemplateFiles() {}

    static List<TemplateFile> readAll() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(PATTERN))
                    .map(TemplateFiles::read)
                    .sorted(Comparator.comparing(TemplateFile::slug))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateFile read(Resource file) {
        try {
            return ContractJson.definitions()
                    .readValue(file.getContentAsString(StandardCharsets.UTF_8), TemplateFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
