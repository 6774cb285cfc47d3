package com.automatrix.workflow.catalogue;

import com.automatrix.workflow.definition.DefinitionValidator;
import com.automatrix.workflow.diff.DefinitionComparison;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What needs to know which step types there are. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    DefinitionValidator definitionValidator(StepCatalogue catalogue) {
        return new DefinitionValidator(catalogue::current);
    }

    @Bean
    DefinitionComparison definitionComparison(StepCatalogue catalogue) {
        return new DefinitionComparison(catalogue::current);
    }
}
