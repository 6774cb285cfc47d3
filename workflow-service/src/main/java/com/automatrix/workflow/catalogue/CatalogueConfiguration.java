package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.workflow.definition.DefinitionValidator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which step types there are, and the validator that knows them. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    StepTypes stepTypes() {
        return StepTypes.builtIn();
    }

    @Bean
    DefinitionValidator definitionValidator(StepTypes stepTypes) {
        return new DefinitionValidator(stepTypes);
    }
}
