package com.automatrix.execution.inbox;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.engine.ExecutionEngine;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.expression.JsonataExpressions;
import com.automatrix.execution.messaging.RecordPublisher;
import com.automatrix.execution.timer.TimerQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what is not Spring's own: the pure parts, and what only the inbox's thread uses. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Expressions expressions() {
        return new JsonataExpressions();
    }

    @Bean
    ExecutionEngine executionEngine(Expressions expressions, SchemaCheck schemas) {
        return new ExecutionEngine(expressions, schemas::value);
    }

    @Bean
    Holdings holdings(InboxProperties properties, InboxStores stores, RecordPublisher publisher, InboxMetrics metrics) {
        return new Holdings(
                new InboxPartitions(stores, publisher, properties.instanceId()),
                new ExecutionCache(properties.cache().toBytes()),
                new TimerQueue(stores.timers()),
                metrics);
    }

    @Bean
    SchemaCheck schemaCheck() {
        return new SchemaCheck();
    }
}
