package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.ContractJson;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.springframework.data.domain.Persistable;
import tools.jackson.core.type.TypeReference;

/** One version of a template. */
@Entity
@Table(name = "templates")
class TemplateEntity implements Persistable<UUID> {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    @Id
    private UUID id;

    private String slug;

    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    private TemplateCategory category;

    private String summary;

    private String description;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String definition;

    @SuppressWarnings("UnusedVariable") // For whoever looks into the table.
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "template_parameters", joinColumns = @JoinColumn(name = "template_id"))
    @OrderColumn(name = "position")
    private List<TemplateParameterEntity> parameters;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected TemplateEntity() {}

    TemplateEntity(UUID id, TemplateFile file, Instant now) {
        this.id = id;
        this.slug = file.slug();
        this.version = file.version();
        this.name = file.name();
        this.category = file.category();
        this.summary = file.summary();
        this.description = file.description();
        this.definition = ContractJson.events().writeValueAsString(file.definition());
        this.createdAt = now;
        this.parameters = new ArrayList<>(
                file.parameters().stream().map(TemplateParameterEntity::new).toList());
        this.isNew = true;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    Template template() {
        return new Template(
                id,
                slug,
                version,
                name,
                category,
                summary,
                description,
                parameters.stream().map(TemplateParameterEntity::parameter).toList(),
                ContractJson.events().readValue(definition, TREE));
    }
}
