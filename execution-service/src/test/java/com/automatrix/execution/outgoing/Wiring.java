package com.automatrix.execution.outgoing;

import com.automatrix.platform.credential.Credentials;
import com.automatrix.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** What makes requests, wired for tests: every host name leads to this machine, which may be called. */
public final class Wiring implements AutoCloseable {

    public static final SettableClock CLOCK = SettableClock.at("2026-03-02T08:00:00Z");

    public final OutgoingProperties properties;
    public final OutgoingHttp http;
    private final HttpExchange exchange;

    public Wiring() {
        this(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")), Duration.ofSeconds(20));
    }

    Wiring(HostAddresses addresses, Duration patience) {
        // One address only: its neighbours on the same machine stay private.
        properties = new OutgoingProperties(
                List.of("127.0.0.1/32"),
                Duration.ofSeconds(5),
                patience,
                patience,
                DataSize.ofKilobytes(64),
                DataSize.ofKilobytes(256));
        exchange = new HttpExchange(properties, new HttpExchange.Connections(20, 20), addresses);
        http = new OutgoingHttp(exchange, properties, CLOCK);
    }

    public Proofs proofs(Credentials credentials) {
        return new Proofs(credentials, new ClientTokens(http, CLOCK));
    }

    @Override
    public void close() throws IOException {
        exchange.close();
    }
}
