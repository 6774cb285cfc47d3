package com.automatrix.platform.outbox;

import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.MessagingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service with a database an outbox. */
@AutoConfiguration(
        after = {MessagingAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class
        },
        afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class, KafkaTemplate.class})
@EnableConfigurationProperties(OutboxProperties.class)
public final class OutboxAutoConfiguration {

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc, InstantSource clock) {
        return new OutboxTable(jdbc, clock);
    }

    @Bean
    OutboxSender.Broker outboxBroker(KafkaTemplate<String, byte[]> kafka) {
        return kafka::send;
    }

    @Bean
    @ConditionalOnMissingBean
    OutboxRelay outboxRelay(
            OutboxTable table,
            OutboxSender.Broker broker,
            PlatformTransactionManager transactions,
            OutboxProperties properties,
            ObjectProvider<MeterRegistry> metrics) {
        return new OutboxRelay(
                table,
                new OutboxSender(broker),
                new TransactionTemplate(transactions),
                properties,
                metrics.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(OutboxTable table, CloudEventRecords records, OutboxRelay relay) {
        return new JdbcOutbox(table, records, relay::wake);
    }

    @Bean
    PromptOutbox promptOutbox(
            OutboxTable table, OutboxSender.Broker broker, InstantSource clock, ObjectProvider<MeterRegistry> metrics) {
        return new JdbcPromptOutbox(
                table, broker, clock, OutboxRelay.published(metrics.getIfAvailable(SimpleMeterRegistry::new)));
    }
}
