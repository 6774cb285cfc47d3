package com.automatrix.auth.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The files with the first credentials, readable by the operator of this machine only (mode 600). */
@Component
class FirstStartFiles {

    private static final Logger log = LoggerFactory.getLogger(FirstStartFiles.class);

    private final FirstStartProperties properties;
    private final JsonMapper json;

    FirstStartFiles(FirstStartProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
    }

    void writeAdministrator(Credential credential) {
        if (!properties.adminFile().isBlank()) {
            write(Path.of(properties.adminFile()), credential);
        }
    }

    /** A changed password makes the file a lie. */
    void forgetAdministrator(Account account) {
        if (properties.adminFile().isBlank() || !account.email().equals(FirstAccountService.ADMINISTRATOR)) {
            return;
        }
        try {
            Files.deleteIfExists(Path.of(properties.adminFile()));
        } catch (IOException e) {
            log.warn("file of the first password cannot be deleted file={}", properties.adminFile(), e);
        }
    }

    /** Whether the command line is to have a credential of its own, and has none yet. */
    boolean lacksScriptCredential() {
        return !properties.scriptFile().isBlank() && !Files.exists(Path.of(properties.scriptFile()));
    }

    void writeScript(Credential credential) {
        write(Path.of(properties.scriptFile()), credential);
    }

    private void write(Path file, Credential credential) {
        try {
            var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            var unfinished = folder.resolve(file.getFileName() + ".new");
            Files.deleteIfExists(unfinished);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(unfinished, options, ownerOnly)) {
                channel.write(ByteBuffer.wrap(json.writeValueAsBytes(credential)));
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write " + file + ", but it failed", e);
        }
    }
}
