package com.automatrix.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A real PostgreSQL server from a Maven artifact, with a durable data folder; as root it runs as nobody. */
final class Postgres {
    static final String NAME = "postgres";
    private static final int NOBODY = 65534;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings;
    private final Children children;

    Postgres(Settings settings, Children children) {
        this.settings = settings;
        this.children = children;
    }

    Launch launch() {
        return new Launch(
                NAME,
                List.of(),
                unprivileged(List.of(
                        program("postgres"),
                        "-D",
                        data().toString(),
                        "-p",
                        "" + settings.ports().postgres(),
                        "-c",
                        "listen_addresses=localhost",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=150",
                        "-c",
                        "shared_buffers=96MB",
                        "-c",
                        "max_wal_size=512MB")),
                Map.of("LC_ALL", "C", "TZ", "UTC"),
                Map.of(settings.ports().postgres(), "PostgreSQL"));
    }

    /** Unpacks the programs and makes the data folder, each once. */
    void prepare() {
        try {
            password();
            unpackOnce();
            if (!Files.exists(data().resolve("PG_VERSION"))) {
                initialise();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Waits for the server, then creates each database with an owner of the same name where it is missing. */
    void createDatabases() {
        awaitReady();
        try (var connection = connect("postgres")) {
            for (var database : TopicList.databases(settings.root())) {
                createDatabase(connection, database);
            }
        } catch (SQLException failure) {
            throw new Failure("Expected to create the databases, but: " + failure.getMessage(), failure);
        }
    }

    private void awaitReady() {
        var ready = Waiting.until(PATIENCE, Duration.ofMillis(50), () -> {
            if (children.alive(NAME).isEmpty()) {
                throw children.died(NAME);
            }
            return answers();
        });
        if (!ready) {
            throw new Failure(children.tail(NAME, 25) + "\nPostgreSQL did not answer within " + PATIENCE.toSeconds()
                    + " seconds; see " + children.log(NAME) + ".");
        }
    }

    boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** A connection of the superuser. */
    Connection connect(String database) throws SQLException {
        var url = "jdbc:postgresql://localhost:%d/%s".formatted(settings.ports().postgres(), database);
        return DriverManager.getConnection(url, "postgres", password());
    }

    // Names come from databases.txt, the password from this class: neither can hold a quote.
    private void createDatabase(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var roles = connection.prepareStatement("select 1 from pg_roles where rolname = ?");
                var databases = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            roles.setString(1, name);
            if (!roles.executeQuery().next()) {
                statement.execute("create role \"%s\" login password '%s'".formatted(name, password()));
            }
            databases.setString(1, name);
            if (!databases.executeQuery().next()) {
                statement.execute("create database \"%s\" owner \"%s\"".formatted(name, name));
            }
        }
    }

    /** Made at random once for this home; in a file that only its owner can read. */
    String password() {
        return Secrets.secret(settings.home().resolve("postgres-password"), 24);
    }

    private void initialise() throws IOException {
        var passwordFile = settings.home().resolve("initdb-password");
        Files.createDirectories(data());
        Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(passwordFile, password());
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
        if (isRoot()) {
            run(List.of("chown", NOBODY + ":" + NOBODY, data().toString(), passwordFile.toString()));
        }
        try {
            run(unprivileged(List.of(
                    program("initdb"),
                    "-D",
                    data().toString(),
                    "-U",
                    "postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C")));
        } finally {
            Files.delete(passwordFile);
        }
    }

    private Path data() {
        return settings.home().resolve("postgres");
    }

    private String program(String name) {
        return distribution().resolve("bin").resolve(name).toString();
    }

    private Path distribution() {
        return settings.apps().resolve("postgres-" + Launch.Fingerprints.of(archive()));
    }

    /** The archive's name and size, which stand for its content. */
    private static String archive() {
        try (var in = open()) {
            return archiveName() + in.available();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String archiveName() {
        var mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        var arm = System.getProperty("os.arch", "").equals("aarch64");
        return "/postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static InputStream open() {
        var in = Postgres.class.getResourceAsStream(archiveName());
        if (in == null) {
            throw new Failure("No PostgreSQL is packaged for this platform (" + archiveName()
                    + "): use docker compose up, or Linux or macOS.");
        }
        return in;
    }

    private void unpackOnce() throws IOException {
        if (Files.isDirectory(distribution())) {
            return;
        }
        Files.createDirectories(settings.apps());
        var fresh = Files.createTempDirectory(settings.apps(), "postgres");
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh);
            }
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(fresh, distribution());
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** PostgreSQL refuses to run as root; setpriv replaces itself by it, so that the pid stays. */
    private List<String> unprivileged(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        var all = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        if (!isOpenToNobody()) {
            // The checkout is inside a closed folder such as /root: let the server pass through it.
            all.addAll(List.of(
                    "--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        }
        all.addAll(command);
        return all;
    }

    private boolean isOpenToNobody() {
        for (var folder = settings.home(); folder != null; folder = folder.getParent()) {
            if (!isOpen(folder)) {
                return false;
            }
        }
        for (var folder = settings.apps(); folder != null; folder = folder.getParent()) {
            if (!isOpen(folder)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(Path folder) {
        try {
            return !Files.exists(folder)
                    || Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Failure(
                        output + "\nExpected " + command.getFirst() + " to prepare the data folder, but it failed.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }
}
