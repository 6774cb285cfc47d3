package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What processes have used so far, as Linux tells it.
 *
 * @param cpuTicks hundredths of a second on a processor, those of ended and awaited children included
 * @param writtenBytes what was sent to storage, the same included
 */
record Usage(long cpuTicks, long writtenBytes) {
    static final Usage NONE = new Usage(0, 0);
    private static final double TICKS_PER_SECOND = 100;
    private static final String WRITTEN = "write_bytes: ";
    // Counted after the name of the process, which may hold spaces and brackets.
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    static boolean isTold() {
        return Files.isReadable(Path.of("/proc/self/stat"));
    }

    /** The sum over processes that may end meanwhile: those count for nothing. */
    static Usage of(Collection<ProcessHandle> processes) {
        var sum = NONE;
        for (var process : processes) {
            sum = sum.plus(of(Path.of("/proc", "" + process.pid())));
        }
        return sum;
    }

    private static Usage of(Path folder) {
        try {
            return new Usage(
                    cpuTicks(Files.readString(folder.resolve("stat"))),
                    writtenBytes(Files.readAllLines(folder.resolve("io"))));
        } catch (IOException ended) {
            return NONE;
        }
    }

    /** From {@code /proc/<pid>/stat}: in user and system mode, by the process and by children it has waited for. */
    static long cpuTicks(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var ticks = 0L;
        for (var i = USER_TIME; i < USER_TIME + TIMES; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks;
    }

    /** From {@code /proc/<pid>/io}. */
    static long writtenBytes(List<String> io) {
        return io.stream()
                .filter(line -> line.startsWith(WRITTEN))
                .mapToLong(line -> Long.parseLong(line.substring(WRITTEN.length())))
                .findFirst()
                .orElseThrow(() -> new Failure("Expected a line \"" + WRITTEN + "\", but got " + io + "."));
    }

    Usage plus(Usage other) {
        return new Usage(cpuTicks + other.cpuTicks, writtenBytes + other.writtenBytes);
    }

    Usage minus(Usage earlier) {
        return new Usage(cpuTicks - earlier.cpuTicks, writtenBytes - earlier.writtenBytes);
    }

    double cpuSeconds() {
        return cpuTicks / TICKS_PER_SECOND;
    }
}
