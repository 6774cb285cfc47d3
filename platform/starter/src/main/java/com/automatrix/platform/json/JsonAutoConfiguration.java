package com.automatrix.platform.json;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.problem.StrictJsonConverter;
import com.automatrix.platform.problem.StrictYamlConverter;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * One JSON policy for every HTTP door.
 *
 * <p>What we write follows {@link ContractJson}: times and durations in ISO-8601, null components of records left out (a
 * component that must be shown as null says so with {@code @JsonInclude(ALWAYS)}), nulls inside maps kept. What we read
 * from callers is taken strictly: an unknown or doubled field, a string for a number, or anything after the end is
 * refused; a body may be YAML as well and is taken just as strictly. What we read from other services is taken tolerantly,
 * so that they can grow.
 */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
public final class JsonAutoConfiguration {

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @ConditionalOnMissingBean
    JsonMapper.Builder jsonMapperBuilder(List<JsonMapperBuilderCustomizer> customizers) {
        var builder = ContractJson.builder();
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    @Bean
    JsonMapperBuilderCustomizer strictRequestsCustomizer() {
        return builder -> builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    /** A number or a boolean where a text belongs is refused at the door only: a step's config may hold either. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictTextsCustomizer(JsonMapper mapper) {
        JsonMapper strict = mapper.rebuild()
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
        StrictJsonConverter json = new StrictJsonConverter(strict);
        return converters -> converters.withJsonConverter(json).withYamlConverter(new StrictYamlConverter(json));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ClientHttpMessageConvertersCustomizer tolerantAnswersCustomizer() {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(ContractJson.events()));
    }
}
