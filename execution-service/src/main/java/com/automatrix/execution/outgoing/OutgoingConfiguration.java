package com.automatrix.execution.outgoing;

import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.platform.credential.Credentials;
import com.automatrix.platform.worker.WorkerProperties;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what makes requests to other systems. */
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    private static final String ALLOWED_HOSTS = "allowedHosts";

    @Bean
    HttpExchange httpExchange(OutgoingProperties properties, WorkerProperties worker) {
        var most = new HttpExchange.Connections(worker.concurrency(), worker.perBulkhead());
        return new HttpExchange(properties, most, host -> List.of(InetAddress.getAllByName(host)));
    }

    @Bean
    OutgoingHttp outgoingHttp(HttpExchange exchange, OutgoingProperties properties, InstantSource clock) {
        return new OutgoingHttp(exchange, properties, clock);
    }

    @Bean
    Proofs proofs(Credentials credentials, OutgoingHttp http, InstantSource clock) {
        return new Proofs(credentials, new ClientTokens(http, clock));
    }

    @Bean
    AllowedHosts allowedHosts(DealershipSettings settings) {
        return host -> AllowedHosts.of(settings.vars().get(ALLOWED_HOSTS)).allow(host);
    }
}
