package com.automatrix.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** One PostgreSQL server for the JVM, and as many fresh databases in it as tests ask for. */
public final class RealPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private RealPostgres() {}

    /**
     * An empty database and how to reach it.
     *
     * @param url JDBC URL
     */
    public record Database(String url, String username, String password) {}

    /** Makes a database that nobody else uses. It goes away with the JVM. */
    public static Database newDatabase() {
        var server = Server.RUNNING;
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("Expected a fresh database, but PostgreSQL made none.", failure);
        }
        return new Database(
                server.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), server.username(), server.password());
    }

    private static final class Server {

        static final Database RUNNING = Containers.areAvailable() ? inContainer() : embedded();

        private static Database inContainer() {
            @SuppressWarnings("resource") // Lives as long as the JVM; the engine's reaper removes it.
            var container = new PostgreSQLContainer("postgres:18-alpine")
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
            container.start();
            return new Database(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        // What a test writes need not survive a power cut.
        private static Database embedded() {
            try {
                @SuppressWarnings("resource") // Ends with the JVM.
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "32MB")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the services that use it.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return new Database(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            } catch (IOException failure) {
                throw new UncheckedIOException("Expected PostgreSQL to start, but it did not.", failure);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failure) {
                throw new UncheckedIOException("Expected PostgreSQL to stop, but it did not.", failure);
            }
        }
    }
}
