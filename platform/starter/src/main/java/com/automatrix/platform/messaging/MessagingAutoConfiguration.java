package com.automatrix.platform.messaging;

import com.automatrix.platform.time.Ids;
import com.automatrix.platform.time.TimeAutoConfiguration;
import com.automatrix.platform.trace.TraceAutoConfiguration;
import com.automatrix.platform.trace.TraceParents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;

/** CloudEvents in and out, tails of whole topics, and dead letters for every {@code @KafkaListener}. */
@AutoConfiguration(after = {TimeAutoConfiguration.class, TraceAutoConfiguration.class, KafkaAutoConfiguration.class})
public final class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CloudEventRecords cloudEventRecords(
            Ids ids,
            InstantSource clock,
            TraceParents traces,
            @Value("${spring.application.name:application}") String service) {
        return new CloudEventRecords(ids, clock, traces, "/automatrix/" + service);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean({KafkaTemplate.class, ConsumerFactory.class})
    static final class Broker {

        @Bean
        @ConditionalOnMissingBean
        DeadLetters deadLetters(
                KafkaTemplate<String, byte[]> kafka,
                KafkaAdmin admin,
                InstantSource clock,
                ObjectProvider<MeterRegistry> metrics) {
            return new DeadLetters(
                    kafka,
                    new DeadLetterTopics(admin.getConfigurationProperties()),
                    clock,
                    metrics.getIfAvailable(SimpleMeterRegistry::new));
        }

        @Bean
        @ConditionalOnMissingBean
        CommonErrorHandler listenerFailures(DeadLetters deadLetters) {
            return ListenerFailures.handler(deadLetters);
        }

        @Bean
        @ConditionalOnMissingBean
        CorrelationInterceptor correlationInterceptor(CloudEventRecords records) {
            return new CorrelationInterceptor(records);
        }

        @Bean
        @ConditionalOnMissingBean
        TopicTail.Factory topicTails(ConsumerFactory<String, byte[]> consumers, InstantSource clock) {
            return (topic, lookback, handler) -> new TopicTail(consumers, clock, topic, lookback, handler);
        }
    }
}
