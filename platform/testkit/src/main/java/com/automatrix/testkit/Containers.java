package com.automatrix.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether a container engine answers. Asked once: the answer takes a moment. */
final class Containers {

    private static final boolean AVAILABLE = answers();

    private Containers() {}

    static boolean areAvailable() {
        return AVAILABLE;
    }

    private static boolean answers() {
        var named = System.getenv("DOCKER_HOST") != null;
        if (!named && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return false;
        }
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
