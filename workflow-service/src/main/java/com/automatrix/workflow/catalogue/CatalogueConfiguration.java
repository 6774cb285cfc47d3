package com.automatrix.workflow.catalogue;

import com.automatrix.workflow.definition.DefinitionValidator;
import com.automatrix.workflow.diff.DefinitionComparison;
import com.automatrix.workflow.eventtype.EventCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What needs to know which step types, event types and credentials there are. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    DefinitionValidator definitionValidator(
            StepCatalogue catalogue, EventCatalogue events, CredentialNames credentials) {
        return new DefinitionValidator(catalogue::current, events::ownTypes, credentials::known);
    }

    @Bean
    DefinitionComparison definitionComparison(StepCatalogue catalogue) {
        return new DefinitionComparison(catalogue::current);
    }
}
