package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.template.parameter.ListItems;
import com.automatrix.template.parameter.ParameterOption;
import com.automatrix.template.parameter.ParameterType;
import com.automatrix.template.parameter.TemplateParameter;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A parameter as a row of {@code template_parameters}. */
@Embeddable
class TemplateParameterEntity {

    private static final TypeReference<List<ParameterOption>> OPTIONS = new TypeReference<>() {};

    private String name;

    private String title;

    private String description;

    @Enumerated(EnumType.STRING)
    private ParameterType type;

    private boolean required;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private @Nullable String defaultValue;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private @Nullable String example;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private @Nullable String options;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private @Nullable String items;

    private @Nullable String pattern;

    private @Nullable BigDecimal minimum;

    private @Nullable BigDecimal maximum;

    private @Nullable Integer minLength;

    private @Nullable Integer maxLength;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected TemplateParameterEntity() {}

    TemplateParameterEntity(TemplateParameter parameter) {
        this.name = parameter.name();
        this.title = parameter.title();
        this.description = parameter.description();
        this.type = parameter.type();
        this.required = parameter.required();
        this.defaultValue = json(parameter.defaultValue());
        this.example = json(parameter.example());
        this.options = json(parameter.options());
        this.items = json(parameter.items());
        this.pattern = parameter.pattern();
        this.minimum = parameter.minimum();
        this.maximum = parameter.maximum();
        this.minLength = parameter.minLength();
        this.maxLength = parameter.maxLength();
    }

    TemplateParameter parameter() {
        return new TemplateParameter(
                name,
                title,
                description,
                type,
                required,
                defaultValue == null ? null : ContractJson.events().readValue(defaultValue, Object.class),
                example == null ? null : ContractJson.events().readValue(example, Object.class),
                options == null ? null : ContractJson.events().readValue(options, OPTIONS),
                items == null ? null : ContractJson.events().readValue(items, ListItems.class),
                pattern,
                minimum,
                maximum,
                minLength,
                maxLength);
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : StoredJson.write(value);
    }
}
