package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, as far as it goes without starting anything. */
class ScriptTest {
    @TempDir
    Path home = Path.of("");

    private record Outcome(int status, String output) {}

    @Test
    void the_help_names_every_command_and_every_part() throws IOException, InterruptedException {
        var help = automatrix(Map.of(), "help");

        assertThat(help.status()).isZero();
        assertThat(help.output()).contains(commands()).contains(services());
    }

    @Test
    void an_unknown_command_is_refused_with_the_help() throws IOException, InterruptedException {
        var refused = automatrix(Map.of(), "fly");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).contains("./automatrix up").endsWith("There is no command \"fly\".\n");
    }

    @Test
    void the_script_starts_the_services_that_there_are() {
        var line = Checkout.read("automatrix")
                .lines()
                .filter(it -> it.startsWith("SERVICES="))
                .findFirst()
                .orElseThrow();

        assertThat(line.replaceAll("SERVICES=|\"", "").split(" ", -1)).containsExactlyInAnyOrder(services());
    }

    @Test
    void logs_of_a_part_that_has_none_are_missed_in_a_sentence() throws IOException, InterruptedException {
        var refused = automatrix(Map.of("AUTOMATRIX_HOME", home.toString()), "logs", "gateway");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output()).isEqualTo("There is no log of \"gateway\" in " + home + "/logs.\n");
    }

    @Test
    void a_kind_of_test_that_there_is_not_is_refused() throws IOException, InterruptedException {
        var refused = automatrix(Map.of(), "test", "everything");

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .isEqualTo("Expected unit, it, ui, e2e, mutants, fuzz or all, but got \"everything\".\n");
    }

    /** The names in the script's own switch. */
    private static String[] commands() {
        var switchOfMain = Checkout.read("automatrix").split("local command=", -1)[1];
        return Pattern.compile("^ {8}([a-z]+)\\)", Pattern.MULTILINE)
                .matcher(switchOfMain)
                .results()
                .map(match -> "./automatrix " + match.group(1))
                .toArray(String[]::new);
    }

    private static String[] services() {
        return Arrays.stream(ServiceName.values()).map(ServiceName::text).toArray(String[]::new);
    }

    private static Outcome automatrix(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Checkout.ROOT.resolve("automatrix").toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
