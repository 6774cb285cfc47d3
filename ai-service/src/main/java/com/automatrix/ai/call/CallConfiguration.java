package com.automatrix.ai.call;

import com.automatrix.ai.provider.Providers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the calls together; a port without a bean of its own lets everything pass. */
@Configuration(proxyBeanMethods = false)
class CallConfiguration {

    /** Long enough for a burst, and well below the time that a step has. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    ProviderGate providerGate(InstantSource clock) {
        return new ProviderGate(clock, PATIENCE);
    }

    @Bean
    Ports ports(
            ObjectProvider<Privacy> privacy,
            ObjectProvider<Budgets> budgets,
            ObjectProvider<Gate> gate,
            ObjectProvider<AnswerCache> cache,
            ObjectProvider<CallLog> log) {
        return new Ports(
                privacy.getIfAvailable(Ports.OPEN::privacy),
                budgets.getIfAvailable(Ports.OPEN::budgets),
                gate.getIfAvailable(Ports.OPEN::gate),
                cache.getIfAvailable(Ports.OPEN::cache),
                log.getIfAvailable(Ports.OPEN::log));
    }

    @Bean
    AiCalls aiCalls(Providers providers, Ports ports, InstantSource clock, MeterRegistry metrics) {
        return AiCalls.of(providers, ports, clock, metrics);
    }
}
