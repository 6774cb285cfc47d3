package com.automatrix.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemsDocumentTest {
    private static final Path FILE = Sources.ROOT.resolve("docs/problems.md");

    private final ProblemCodes codes = new ProblemCodes();
    private final ProblemSentences sentences = ProblemSentences.read();

    @Test
    void every_code_of_the_sources_has_a_sentence_and_every_sentence_a_code() {
        assertThat(ProblemsDocument.found(codes, sentences).keySet())
                .as("codes of the sources; problems.txt explains each, or says that it is none (\"! pattern\")")
                .containsExactlyElementsOf(sentences.meanings().keySet());
    }

    @Test
    void every_code_says_where_it_occurs() {
        assertThat(ProblemsDocument.found(codes, sentences))
                .as("name the place in problems.txt: code [place] = sentence")
                .allSatisfy((code, places) -> assertThat(places).as(code).isNotEmpty());
    }

    @Test
    void every_code_of_schemas_has_a_sentence_and_is_used() {
        assertThat(codes.ofSchemas()).isEqualTo(sentences.schemaCodes().keySet());
        assertThat(codes.ofSchemas())
                .allSatisfy(code ->
                        assertThat(codes.hasLiteral("contracts", code)).as(code).isTrue());
    }

    @Test
    void every_prefix_of_schemas_is_used() {
        assertThat(sentences.prefixes().keySet())
                .allSatisfy(prefix ->
                        assertThat(codes.hasLiteral(prefix)).as(prefix).isTrue());
    }

    @Test
    void nothing_is_explained_away_that_is_not_there() {
        Set<String> dotted = codes.dotted().keySet();

        assertThat(sentences.others()).allSatisfy(other -> assertThat(dotted).anyMatch(other.asMatchPredicate()));
    }

    @Test
    void the_page_about_problems_is_the_one_that_the_sources_give() throws IOException {
        var expected = ProblemsDocument.of(codes, sentences);
        if (Boolean.getBoolean("update")) {
            Files.writeString(FILE, expected);
        }

        assertThat(Sources.read(FILE))
                .as("docs/problems.md; rewrite it with -Dupdate=true")
                .isEqualTo(expected);
    }
}
