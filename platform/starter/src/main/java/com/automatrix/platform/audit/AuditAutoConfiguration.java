package com.automatrix.platform.audit;

import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.outbox.OutboxAutoConfiguration;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.time.TimeAutoConfiguration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service with a database an audit log. */
@AutoConfiguration(
        after = {TimeAutoConfiguration.class, JdbcClientAutoConfiguration.class, OutboxAutoConfiguration.class})
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
public final class AuditAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Audit audit(
            JdbcClient jdbc,
            Ids ids,
            InstantSource clock,
            @Value("${spring.application.name:application}") String service,
            ObjectProvider<Outbox> outbox,
            ObjectProvider<PlatformTransactionManager> transactions) {
        Outbox known = outbox.getIfAvailable();
        PlatformTransactionManager manager = transactions.getIfAvailable();
        return new JdbcAudit(
                jdbc,
                ids,
                clock,
                service,
                known == null || manager == null
                        ? (entry, keep) -> keep.accept(entry)
                        : new OutboxForwarding(new TransactionTemplate(manager), known));
    }
}
