package com.automatrix.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A port, a folder for the first credentials, and the service's own keys instead of the testkit's. */
final class OwnPlace implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var free = new ServerSocket(0)) {
            var port = free.getLocalPort();
            var folder = Files.createTempDirectory("auth-service-test");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "ownPlace",
                            Map.of(
                                    "server.port",
                                    port,
                                    "automatrix.security.jwks-url",
                                    "http://localhost:%d/.well-known/jwks.json".formatted(port),
                                    "automatrix.keys.secret",
                                    "a secret of this test",
                                    "automatrix.credential-keys.old-keys",
                                    "an old key of this test",
                                    "automatrix.service-accounts.secrets.execution-service",
                                    "a secret of this test's worker",
                                    "automatrix.first-start.admin-file",
                                    folder.resolve("admin").toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
