package com.automatrix.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OperationsDocumentTest {
    private static final Pattern METER =
            Pattern.compile("(?:builder|counter|timer|gauge|summary)\\(\\s*\"(automatrix\\.[a-z.]+)\"");
    private static final Pattern METRIC = Pattern.compile("`automatrix_[a-z_]+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z_]+)");

    private final String page = Sources.read(Sources.ROOT.resolve("docs/operations.md"));

    @Test
    void the_page_names_the_meters_of_the_code_and_no_other() {
        var meters = new TreeSet<String>();
        for (var source : Sources.main()) {
            METER.matcher(source.text())
                    .results()
                    .forEach(meter -> meters.add(meter.group(1).replace('.', '_')));
        }
        var named = new TreeSet<String>();
        METRIC.matcher(page).results().map(MatchResult::group).forEach(metric -> named.add(meter(metric)));

        assertThat(named).containsExactlyElementsOf(meters);
    }

    @Test
    void the_page_names_every_variable_that_a_service_reads() {
        var read = new TreeSet<String>();
        Sources.configurations()
                .forEach(text -> VARIABLE.matcher(text).results().forEach(name -> read.add(name.group(1))));

        assertThat(read).isNotEmpty().allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static String meter(String metric) {
        var name = metric.substring(1);
        var suffixes = Set.of("_total", "_seconds_count", "_count");
        return suffixes.stream()
                .filter(name::endsWith)
                .sorted((one, other) -> other.length() - one.length())
                .findFirst()
                .map(suffix -> name.substring(0, name.length() - suffix.length()))
                .orElse(name);
    }
}
