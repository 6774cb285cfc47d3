package com.automatrix.workflow.catalogue;

import com.automatrix.workflow.definition.CalledWorkflows;
import com.automatrix.workflow.definition.DefinitionValidator;
import com.automatrix.workflow.diff.DefinitionComparison;
import com.automatrix.workflow.eventtype.EventCatalogue;
import com.automatrix.workflow.settings.OwnHosts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What needs to know which step types, event types, credentials, hosts and workflows there are. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    DefinitionValidator definitionValidator(
            StepCatalogue catalogue,
            EventCatalogue events,
            CredentialNames credentials,
            OwnHosts ownHosts,
            CalledWorkflows workflows) {
        return new DefinitionValidator(
                catalogue::current, events::ownTypes, credentials::known, ownHosts::names, workflows);
    }

    @Bean
    DefinitionComparison definitionComparison(StepCatalogue catalogue) {
        return new DefinitionComparison(catalogue::current);
    }
}
