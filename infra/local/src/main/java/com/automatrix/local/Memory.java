package com.automatrix.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system says of a process's memory; 0 where it does not tell. */
final class Memory {
    private Memory() {}

    /** The proportional share where Linux tells it, because PostgreSQL's processes share most of theirs. */
    static long residentMegabytes(ProcessHandle process) {
        var rollup = Path.of("/proc/" + process.pid() + "/smaps_rollup");
        try {
            return Files.readAllLines(rollup).stream()
                            .filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        } catch (IOException notTold) {
            return 0;
        }
    }
}
