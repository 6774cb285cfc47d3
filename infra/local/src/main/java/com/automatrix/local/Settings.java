package com.automatrix.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the system of this process lives.
 *
 * @param root the checkout
 * @param home data, logs and records of this system; two homes are two systems
 * @param apps unpacked programs, named by their content and shared by all homes
 * @param environment what the services inherit
 */
public record Settings(Path root, Path home, Path apps, Ports ports, boolean demo, Map<String, String> environment) {
    private static final int DEFAULT_PORT = 8080;
    private static final String SCRIPTED_AI = "scripted-ai";

    public Settings {
        environment = Map.copyOf(environment);
    }

    /** Reads AUTOMATRIX_ROOT, AUTOMATRIX_HOME, AUTOMATRIX_APPS, AUTOMATRIX_PORT and SPRING_PROFILES_ACTIVE. */
    public static Settings of(Map<String, String> environment) {
        var root = Path.of(environment.getOrDefault("AUTOMATRIX_ROOT", "")).toAbsolutePath();
        var home = root.resolve(environment.getOrDefault("AUTOMATRIX_HOME", ".automatrix"));
        var apps = root.resolve(environment.getOrDefault("AUTOMATRIX_APPS", ".automatrix/apps"));
        var ports = new Ports(port(environment.getOrDefault("AUTOMATRIX_PORT", "" + DEFAULT_PORT)));
        var demo = environment.getOrDefault("SPRING_PROFILES_ACTIVE", "").contains("demo");
        return new Settings(root, home, apps, ports, demo || Files.exists(demoMark(home)), environment);
    }

    /** The same system, its AI steps answered by a script; a later start without it goes back. */
    Settings withScriptedAi() {
        var changed = new HashMap<>(environment);
        changed.put(SCRIPTED_AI, "on");
        changed.put("OPENAI_BASE_URL", "http://localhost:" + ports.scriptedAi() + "/v1");
        changed.put("OPENAI_API_KEY", "");
        return new Settings(root, home, apps, ports, demo, changed);
    }

    boolean hasScriptedAi() {
        return environment.containsKey(SCRIPTED_AI);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new Failure("Expected AUTOMATRIX_PORT to be a number, but it is \"" + text + "\".", notANumber);
        }
    }

    /** A home that has been a demo stays one, so that a plain up after a demo restarts nothing. */
    void rememberDemo() {
        try {
            if (demo && !Files.exists(demoMark(home))) {
                Files.createFile(demoMark(home));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path demoMark(Path home) {
        return home.resolve("demo");
    }

    Path logs() {
        return home.resolve("logs");
    }

    /** Holds the address and the one-time password of the first administrator; written by auth-service. */
    public Path firstAdministrator() {
        return home.resolve("first-administrator");
    }

    /** Holds the credential that auth-service keeps for the command line of this machine. */
    public Path scriptCredential() {
        return home.resolve("script-credential");
    }

    /** The password of the demo's users: AUTOMATRIX_DEMO_PASSWORD, or a random one made once. */
    String demoPassword() {
        var chosen = environment.getOrDefault("AUTOMATRIX_DEMO_PASSWORD", "");
        return chosen.isEmpty() ? Secrets.secret(home.resolve("demo-password"), 6) : chosen;
    }

    /** Holds what credentials are encrypted under, made once; old keys may stand in the lines below it. */
    Path credentialsKey() {
        var file = home.resolve("credentials-key");
        Secrets.secret(file, 32);
        return file;
    }

    /** What proves to auth-service that it is this service: random, made once. */
    String serviceSecret(ServiceName service) {
        return Secrets.secret(home.resolve("service-secrets").resolve(service.text()), 24);
    }

    public String url() {
        return "http://localhost:" + ports.base();
    }

    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
