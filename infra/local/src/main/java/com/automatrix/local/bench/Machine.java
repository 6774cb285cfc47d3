package com.automatrix.local.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine that the figures belong to: they mean nothing without it. */
record Machine(int cores, long memoryMib, String processor, String system, String java, double load) {

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memoryMib(lines("/proc/meminfo")),
                processor(lines("/proc/cpuinfo")),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    static long memoryMib(List<String> meminfo) {
        return meminfo.stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    static String processor(List<String> cpuinfo) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %,d MiB of memory, %s, Java %s; load %.1f when it began",
                cores,
                processor,
                memoryMib,
                system,
                java,
                load);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException notTold) {
            return List.of();
        }
    }
}
