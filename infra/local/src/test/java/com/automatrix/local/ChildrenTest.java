package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    @TempDir
    Path home = Path.of("");

    private Children children = new Children(settings());

    @BeforeEach
    void open() {
        children = new Children(settings());
    }

    @AfterEach
    void stopAll() {
        children.stop(children.allRecorded(), "KILL");
    }

    @Test
    void a_process_is_found_again_by_another_command() {
        var started = children.start(launch("sleeper", "sleep", "60"));

        assertThat(new Children(settings()).alive("sleeper")).contains(started);
    }

    @Test
    void a_stranger_with_the_same_pid_is_not_taken_for_the_child() throws IOException {
        var started = children.start(launch("sleeper", "sleep", "60"));
        var record = home.resolve("run/sleeper.json");
        Files.writeString(
                record,
                Files.readString(record)
                        .replace(
                                started.startedAt().toString(),
                                started.startedAt().minusSeconds(60).toString()));

        assertThat(children.alive("sleeper")).isEmpty();
        children.kill(started);
    }

    @Test
    void stopping_ends_the_process_and_forgets_it() {
        var started = children.start(launch("sleeper", "sleep", "60"));

        children.stop(List.of(started), "TERM");

        assertThat(started.isAlive()).isFalse();
        assertThat(children.recorded("sleeper")).isEmpty();
    }

    @Test
    void the_sentence_for_a_dead_child_has_the_end_of_its_log() {
        var child = children.start(launch("crasher", "sh", "-c", "echo no luck; exit 1"));
        Waiting.until(Duration.ofSeconds(10), Duration.ofMillis(10), () -> !child.isAlive());

        assertThat(children.died("crasher"))
                .hasMessageStartingWith("no luck")
                .hasMessageContaining("crasher has ended before it was ready");
    }

    @Test
    void a_full_disk_is_named_in_the_sentence() {
        var child = children.start(launch("crasher", "sh", "-c", "echo write failed: No space left on device"));
        Waiting.until(Duration.ofSeconds(10), Duration.ofMillis(10), () -> !child.isAlive());

        assertThat(children.died("crasher")).hasMessageContaining("the disk is full");
    }

    @Test
    void only_what_makes_a_difference_to_the_process_changes_its_fingerprint() {
        var plain = new Launch("it", List.of(), List.of("run"), Map.of("A", "1"), Map.of(1, "it"));
        var cached = new Launch("it", List.of("-cache"), List.of("run"), Map.of("A", "1"), Map.of(1, "it"));
        var other = new Launch("it", List.of(), List.of("run"), Map.of("A", "2"), Map.of(1, "it"));

        assertThat(cached.fingerprint()).isEqualTo(plain.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    @Test
    void a_port_somebody_listens_on_is_not_free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
            assertThat(Ports.answers(socket.getLocalPort())).isTrue();
        }
    }

    private static Launch launch(String name, String... command) {
        return new Launch(name, List.of(), List.of(command), Map.of(), Map.of());
    }

    private Settings settings() {
        return new Settings(home, home, home, new Ports(20000), false, Map.of());
    }
}
