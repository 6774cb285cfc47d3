package com.automatrix.platform.apidoc;

import com.automatrix.platform.problem.Problem;
import com.automatrix.platform.security.CurrentUser;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Makes the description of a service's API say what all of our APIs have in common. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
public final class ApiDocumentAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class);
    }

    @Bean
    GlobalOperationCustomizer neededRoles() {
        return new NeededRoles();
    }

    @Bean
    GlobalOpenApiCustomizer commonAnswers() {
        Map<String, Schema<?>> problem = new LinkedHashMap<>();
        ModelConverters.getInstance(false).readAll(Problem.class).forEach(problem::put);
        return document -> new CommonParts(document).add(problem);
    }
}
