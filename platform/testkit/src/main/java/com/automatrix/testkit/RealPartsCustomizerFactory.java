package com.automatrix.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Points the context of a test with {@link RealParts} at them. */
final class RealPartsCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, RealParts.class);
        return wanted == null ? null : new Customizer(wanted.postgres(), wanted.kafka());
    }

    /** Equal for the same parts, so that tests share a context. */
    record Customizer(boolean postgres, boolean kafka) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("automatrix.security.jwks-url", TestTokens.jwksUrl());
            if (postgres) {
                addDatabase(properties);
            }
            if (kafka) {
                RealKafka.emptyTopics();
                properties.put("spring.kafka.bootstrap-servers", RealKafka.bootstrapServers());
            } else {
                properties.put("automatrix.security.revoked-sessions", "false");
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("realParts", properties));
        }

        private static void addDatabase(Map<String, Object> properties) {
            var database = RealPostgres.newDatabase();
            properties.put("spring.datasource.url", database.url());
            properties.put("spring.datasource.username", database.username());
            properties.put("spring.datasource.password", database.password());
        }
    }
}
