package com.automatrix.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** With files as Linux and execution-service have written them. */
class UsageTest {
    @Test
    void the_time_of_a_process_includes_that_of_the_children_it_has_waited_for() {
        // utime 12, stime 17, cutime 329, cstime 194
        assertThat(Usage.cpuTicks(read("stat.txt"))).isEqualTo(12 + 17 + 329 + 194);
    }

    @Test
    void a_name_with_spaces_and_brackets_shifts_nothing() {
        var stat = read("stat.txt").replace("(postgres)", "(a (b) c)");

        assertThat(Usage.cpuTicks(stat)).isEqualTo(12 + 17 + 329 + 194);
    }

    @Test
    void written_is_what_was_sent_to_storage() {
        assertThat(Usage.writtenBytes(lines("io.txt"))).isEqualTo(1_149_304_832L);
    }

    @Test
    void usage_is_a_difference_of_sums() {
        var used = new Usage(150, 5_000).plus(new Usage(50, 1_000)).minus(new Usage(100, 2_000));

        assertThat(used).isEqualTo(new Usage(100, 4_000));
        assertThat(used.cpuSeconds()).isEqualTo(1.0);
    }

    @Test
    void a_process_that_has_ended_counts_for_nothing() throws IOException, InterruptedException {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(Usage.of(List.of(process.toHandle()))).isEqualTo(Usage.NONE);
    }

    @Test
    void the_machine_is_named_by_memory_and_processor() {
        assertThat(Machine.memoryMib(lines("meminfo.txt"))).isEqualTo(24_105);
        assertThat(Machine.processor(lines("cpuinfo.txt"))).isEqualTo("AMD EPYC");
    }

    @Test
    void a_machine_that_tells_nothing_has_no_name() {
        assertThat(Machine.memoryMib(List.of())).isZero();
        assertThat(Machine.processor(List.of())).isEqualTo("unknown processor");
    }

    @Test
    void the_heap_is_the_sum_of_its_pools() {
        assertThat(HeapWatch.heapBytes(read("prometheus.txt"))).isEqualTo(7_487_896L + 400_736L + 52_738_520L);
    }

    private static List<String> lines(String name) {
        return read(name).lines().toList();
    }

    private static String read(String name) {
        try (var in = Objects.requireNonNull(UsageTest.class.getResourceAsStream("/bench/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
