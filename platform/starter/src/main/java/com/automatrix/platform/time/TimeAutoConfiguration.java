package com.automatrix.platform.time;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Gives every service a clock and a source of ids, both replaceable by a bean of the same type. */
@AutoConfiguration
public final class TimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids(InstantSource clock) {
        return Ids.timeOrdered(clock);
    }
}
