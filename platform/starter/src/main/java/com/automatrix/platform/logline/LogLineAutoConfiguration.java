package com.automatrix.platform.logline;

import ch.qos.logback.classic.LoggerContext;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.MessagingAutoConfiguration;
import com.automatrix.platform.time.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** Hands on what a service logs about a request or an event. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@ConditionalOnClass(LoggerContext.class)
@ConditionalOnBean(KafkaTemplate.class)
public final class LogLineAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LogLines logLines(
            KafkaTemplate<String, byte[]> kafka, CloudEventRecords records, ObjectProvider<MeterRegistry> metrics) {
        return new LogLines(kafka, records, metrics.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    @ConditionalOnMissingBean
    RootLog rootLog(Ids ids, @Value("${spring.application.name:application}") String service, LogLines lines) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        return new RootLog(context, new LogLineAppender(ids, service, lines::add));
    }
}
