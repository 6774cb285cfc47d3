package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database and the broker as ./automatrix starts them. */
class LocalSystemIT {
    @TempDir
    static Path folder = Path.of("");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        system().down();
    }

    @Test
    void data_survives_down_and_up() throws SQLException, ExecutionException, InterruptedException {
        system().up(List.of());
        sql("create table kept (id int); insert into kept values (7)");

        system().down();
        system().up(List.of());

        assertThat(number("select id from kept")).isEqualTo(7);
        assertThat(topics())
                .containsAll(TopicList.topics(Checkout.ROOT).stream()
                        .map(TopicList.Topic::name)
                        .toList());
    }

    @Test
    void a_second_up_says_so_and_starts_nothing() {
        system().up(List.of());
        var before = children().allRecorded();

        system().up(List.of());

        assertThat(printed()).contains("is running already at http://localhost:23400: nothing to do.");
        assertThat(children().allRecorded()).isEqualTo(before);
    }

    @Test
    void a_part_that_has_died_is_started_again_and_the_other_is_left_alone() {
        system().up(List.of());
        var postgres = children().alive(Postgres.NAME).orElseThrow();
        var broker = children().alive(Broker.NAME).orElseThrow();
        children().kill(broker);
        assertThat(system().status()).isFalse();
        assertThat(printed()).contains("kafka has died: see why in ");

        system().up(List.of());

        assertThat(children().alive(Postgres.NAME)).contains(postgres);
        assertThat(children().alive(Broker.NAME)).isPresent().get().isNotEqualTo(broker);
    }

    @Test
    void a_taken_port_is_named_with_its_use_and_a_way_out() throws IOException {
        try (var _ = new ServerSocket(settings().ports().kafka())) {
            assertThatThrownBy(() -> system().up(List.of()))
                    .isInstanceOf(Failure.class)
                    .hasMessage("Port 23421, meant for Kafka, is taken by another program: stop that, or choose other"
                            + " ports, such as AUTOMATRIX_PORT=9080 ./automatrix up.");
        }
    }

    @Test
    void the_same_home_on_other_ports_is_refused() {
        system().up(List.of());
        var elsewhere =
                new Settings(Checkout.ROOT, settings().home(), settings().apps(), new Ports(23500), false, Map.of());

        assertThatThrownBy(() -> new LocalSystem(elsewhere, out()).up(List.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is running already at http://localhost:23400");
    }

    private void sql(String text) throws SQLException {
        try (var connection = new Postgres(settings(), children()).connect("execution");
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private int number(String query) throws SQLException {
        try (var connection = new Postgres(settings(), children()).connect("execution");
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private List<String> topics() throws ExecutionException, InterruptedException {
        try (var admin = new Broker(settings(), children()).admin()) {
            return List.copyOf(admin.listTopics().names().get());
        }
    }

    private Settings settings() {
        return new Settings(
                Checkout.ROOT,
                folder.resolve("home"),
                folder.resolve("apps"),
                new Ports(23400),
                false,
                Map.of("AUTOMATRIX_AOT", "off"));
    }

    private Children children() {
        return new Children(settings());
    }

    private LocalSystem system() {
        return new LocalSystem(settings(), out());
    }

    private PrintStream out() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
