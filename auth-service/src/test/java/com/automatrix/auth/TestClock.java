package com.automatrix.auth;

import com.automatrix.testkit.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class TestClock {

    @Bean
    SettableClock clock() {
        return SettableClock.at("2026-03-02T08:00:00Z");
    }
}
