package com.automatrix.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a process is started.
 *
 * @param command what makes the process what it is; a change of it restarts the process
 * @param prefix options before the command's own that may differ from start to start, such as a cache to use
 * @param ports what it listens on, with the word for each
 */
record Launch(
        String name,
        List<String> prefix,
        List<String> command,
        Map<String, String> environment,
        Map<Integer, String> ports) {
    Launch {
        prefix = List.copyOf(prefix);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = Map.copyOf(ports);
    }

    /** Equal for launches that need no restart. */
    String fingerprint() {
        return Fingerprints.of(command + "\n" + new TreeMap<>(environment) + "\n" + new TreeMap<>(ports));
    }

    static final class Fingerprints {
        private Fingerprints() {}

        static String of(String text) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest, 0, 6);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
