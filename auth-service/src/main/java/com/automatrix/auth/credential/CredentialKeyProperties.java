package com.automatrix.auth.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What credentials are encrypted under.
 *
 * @param key what is written is encrypted under this
 * @param keyFile a file that holds the key in its first line instead, and old ones in the lines below
 * @param oldKeys what was written before a rotation can be read under these
 */
@ConfigurationProperties("automatrix.credential-keys")
record CredentialKeyProperties(
        @DefaultValue("") String key,
        @DefaultValue("") String keyFile,
        @DefaultValue List<String> oldKeys) {

    CredentialKeyProperties {
        oldKeys = List.copyOf(oldKeys);
    }

    /** The key, then the old ones; never empty. */
    List<String> all() {
        var all = new ArrayList<String>();
        if (keyFile.isBlank()) {
            all.add(key);
        } else {
            all.addAll(lines(Path.of(keyFile)));
        }
        all.addAll(oldKeys);
        all.removeIf(String::isBlank);
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "Expected AUTOMATRIX_CREDENTIALS_KEY or AUTOMATRIX_CREDENTIALS_KEY_FILE to be set, but neither is");
        }
        return all;
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "CredentialKeyProperties[keyFile=%s, oldKeys=%d]".formatted(keyFile, oldKeys.size());
    }
}
