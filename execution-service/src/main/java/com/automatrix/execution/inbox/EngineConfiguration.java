package com.automatrix.execution.inbox;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.engine.ExecutionEngine;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.expression.JsonataExpressions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the pure parts to Spring. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Expressions expressions() {
        return new JsonataExpressions();
    }

    @Bean
    ExecutionEngine executionEngine(Expressions expressions) {
        return new ExecutionEngine(expressions);
    }

    @Bean
    SchemaCheck schemaCheck() {
        return new SchemaCheck();
    }
}
