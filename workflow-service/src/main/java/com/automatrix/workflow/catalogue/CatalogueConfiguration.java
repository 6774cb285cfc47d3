package com.automatrix.workflow.catalogue;

import com.automatrix.workflow.definition.DefinitionValidator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The validator that knows which step types there are. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    DefinitionValidator definitionValidator(StepCatalogue catalogue) {
        return new DefinitionValidator(catalogue::current);
    }
}
