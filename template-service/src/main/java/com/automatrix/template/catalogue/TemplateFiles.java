package com.automatrix.template.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Finds the templates that come with the product. */
@Component
final class TemplateFiles {

    private static final String SHIPPED = "classpath*:templates/**/*.json";

    private final String pattern;

    TemplateFiles() {
        this(SHIPPED);
    }

    TemplateFiles(String pattern) {
        this.pattern = pattern;
    }

    /** A file before anybody has judged it. */
    record Text(String name, String json) {}

    List<Text> readAll() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(TemplateFiles::read)
                    .sorted(Comparator.comparing(Text::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text read(Resource file) {
        try {
            return new Text(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
