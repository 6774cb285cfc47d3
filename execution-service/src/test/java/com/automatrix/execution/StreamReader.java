package com.automatrix.execution;

import com.automatrix.testkit.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Reads a stream that does not end by itself. */
final class StreamReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient client;
    private final InputStream body;

    private StreamReader(HttpClient client, InputStream body) {
        this.client = client;
        this.body = body;
    }

    static StreamReader open(int port, String path) throws IOException, InterruptedException {
        return openAs("VIEWER", port, path);
    }

    static StreamReader openAs(String role, int port, String path) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", TestTokens.bearer(role))
                .build();
        InputStream body =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        StreamReader reader = new StreamReader(client, body);
        Thread.ofVirtual().start(reader::read);
        return reader;
    }

    /** The first line, come already or still to come, that is as expected. */
    String await(Predicate<String> expected) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> lines.stream().filter(expected).findFirst().orElse(""), line -> !line.isEmpty());
    }

    @Override
    public void close() throws IOException {
        body.close();
        client.shutdownNow();
    }

    private void read() {
        try (java.io.BufferedReader reader =
                new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("closed");
        }
    }
}
