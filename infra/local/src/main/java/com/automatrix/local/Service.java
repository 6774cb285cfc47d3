package com.automatrix.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of the six services as a process. */
final class Service {
    private static final String LOOPBACK = "127.0.0.1";
    private static final List<String> PASSED_ON =
            List.of("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "AUTOMATRIX_AI_FULL_TEXT_KEY");

    /** Further providers have names that nobody knows beforehand. */
    private static final List<String> AI_SETTINGS =
            List.of("AUTOMATRIX_AI_OPENAI_", "AUTOMATRIX_AI_PROVIDERS_", "AUTOMATRIX_AI_LOCAL_");

    private static final String RATE_LIMIT = "AUTOMATRIX_RATE_LIMIT";
    private static final String PRIVATE_NETWORKS = "AUTOMATRIX_HTTP_PRIVATE_NETWORKS";

    private final Settings settings;
    private final ServiceName name;
    private final Application application;
    private final String password;

    Service(Settings settings, ServiceName name, String postgresPassword) {
        this.settings = settings;
        this.name = name;
        this.application = new Application(settings, name);
        this.password = postgresPassword;
    }

    ServiceName name() {
        return name;
    }

    Application application() {
        return application;
    }

    Launch launch() {
        return launch(application.cacheOptions());
    }

    Launch launch(List<String> cacheOptions) {
        var prefix = new ArrayList<String>();
        prefix.add(settings.java());
        prefix.addAll(cacheOptions);
        var ports = settings.ports();
        return new Launch(
                name.text(),
                prefix,
                application.command(),
                environment(),
                Map.of(ports.of(name), name.text(), ports.managementOf(name), name.text() + "'s management"));
    }

    Map<String, String> environment() {
        var ports = settings.ports();
        var all = new LinkedHashMap<String, String>();
        all.put("SERVER_PORT", "" + ports.of(name));
        all.put("MANAGEMENT_SERVER_PORT", "" + ports.managementOf(name));
        all.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
        if (name != ServiceName.GATEWAY) {
            all.put("SERVER_ADDRESS", LOOPBACK);
        }
        all.put("AUTOMATRIX_POSTGRES_HOST", "localhost");
        all.put("AUTOMATRIX_POSTGRES_PORT", "" + ports.postgres());
        all.put("AUTOMATRIX_POSTGRES_PASSWORD", password);
        all.put("AUTOMATRIX_KAFKA", "localhost:" + ports.kafka());
        for (var other : ServiceName.values()) {
            var variable = "AUTOMATRIX_" + other.text().replace("-service", "").toUpperCase(Locale.ROOT) + "_URL";
            all.put(variable, "http://localhost:" + ports.of(other));
        }
        if (name == ServiceName.GATEWAY) {
            all.put(RATE_LIMIT, settings.environment().getOrDefault(RATE_LIMIT, "true"));
        }
        if (name == ServiceName.AUTH) {
            all.put("AUTOMATRIX_FIRST_ADMIN_FILE", settings.firstAdministrator().toString());
            all.put("AUTOMATRIX_SCRIPT_FILE", settings.scriptCredential().toString());
            all.put("AUTOMATRIX_DEMO_PASSWORD", settings.demo() ? settings.demoPassword() : "");
            all.put("AUTOMATRIX_CREDENTIALS_KEY_FILE", settings.credentialsKey().toString());
            all.put("AUTOMATRIX_EXECUTION_SECRET", settings.serviceSecret(ServiceName.EXECUTION));
            all.put("AUTOMATRIX_AI_SECRET", settings.serviceSecret(ServiceName.AI));
        }
        if (name == ServiceName.EXECUTION || name == ServiceName.AI) {
            all.put("AUTOMATRIX_SERVICE_SECRET", settings.serviceSecret(name));
        }
        if (name == ServiceName.EXECUTION) {
            all.put("AUTOMATRIX_PUBLIC_URL", settings.url());
            all.put(PRIVATE_NETWORKS, settings.environment().getOrDefault(PRIVATE_NETWORKS, ""));
        }
        all.put("SPRING_PROFILES_ACTIVE", settings.demo() ? "demo" : "");
        if (name == ServiceName.AI) {
            PASSED_ON.forEach(
                    variable -> all.put(variable, settings.environment().getOrDefault(variable, "")));
            settings.environment().forEach((variable, value) -> {
                if (AI_SETTINGS.stream().anyMatch(variable::startsWith)) {
                    all.put(variable, value);
                }
            });
        }
        return all;
    }

    /** Whether the service says of itself that it takes requests. */
    boolean isReady(HttpClient http) {
        return isReady(http, settings.ports().managementOf(name));
    }

    /** Whether what has that management port says of itself that it takes requests. */
    static boolean isReady(HttpClient http, int managementPort) {
        var uri = URI.create("http://localhost:" + managementPort + "/actuator/health/readiness");
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }
}
