package com.automatrix.platform.audit;

import com.automatrix.platform.time.Ids;
import com.automatrix.platform.time.TimeAutoConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a service with a database an audit log. */
@AutoConfiguration(after = {TimeAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
public final class AuditAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Audit audit(JdbcClient jdbc, Ids ids, InstantSource clock) {
        return new JdbcAudit(jdbc, ids, clock);
    }
}
