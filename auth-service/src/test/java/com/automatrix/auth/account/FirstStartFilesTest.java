package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FirstStartFilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_credential_is_written_as_the_body_of_a_sign_in_and_only_its_owner_may_read_it() throws IOException {
        var file = folder.resolve("new/admin");

        files(file.toString()).writeAdministrator(new Credential("admin@automatrix.local", "secret"));

        assertThat(file).hasContent("{\"email\":\"admin@automatrix.local\",\"password\":\"secret\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_script_has_its_file_next_to_the_administrators() {
        var files = files(folder.resolve("admin").toString());

        assertThat(files.lacksScriptCredential()).isTrue();
        files.writeScript(new Credential("script@automatrix.local", "secret"));

        assertThat(files.lacksScriptCredential()).isFalse();
        assertThat(folder.resolve("admin.script")).isRegularFile();
    }

    @Test
    void without_a_file_nothing_is_written() {
        var files = files("");

        files.writeAdministrator(new Credential("admin@automatrix.local", "secret"));

        assertThat(files.lacksScriptCredential()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_cannot_be_written_is_said_with_its_name() throws IOException {
        var blocked = Files.createFile(folder.resolve("blocked")).resolve("admin");

        assertThatThrownBy(() -> files(blocked.toString()).writeAdministrator(new Credential("a@b.c", "secret")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(blocked.toString());
    }

    private static FirstStartFiles files(String adminFile) {
        return new FirstStartFiles(
                new FirstStartProperties(adminFile, ""), JsonMapper.builder().build());
    }
}
