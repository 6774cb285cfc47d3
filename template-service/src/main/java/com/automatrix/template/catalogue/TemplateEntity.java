package com.automatrix.template.catalogue;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
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
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import tools.jackson.core.type.TypeReference;

/** One version of a template. */
@Entity
@Table(name = "templates")
class TemplateEntity implements Persistable<UUID> {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> TREES = new TypeReference<>() {};

    @Id
    private UUID id;

    private String slug;

    private int version;

    @Enumerated(EnumType.STRING)
    private TemplateOwner owner;

    private String name;

    @Enumerated(EnumType.STRING)
    private TemplateCategory category;

    private String summary;

    private String description;

    private @Nullable String kpi;

    @Column(columnDefinition = "text[]")
    private List<String> tags;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String definition;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String tests;

    private Instant createdAt;

    private String createdBy;

    @ElementCollection
    @BatchSize(size = 200)
    @CollectionTable(name = "template_parameters", joinColumns = @JoinColumn(name = "template_id"))
    @OrderColumn(name = "position")
    private List<TemplateParameterEntity> parameters;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected TemplateEntity() {}

    TemplateEntity(UUID id, TemplateFile file, Origin origin) {
        this.id = id;
        this.slug = file.slug();
        this.version = file.version();
        this.owner = origin.owner();
        this.name = file.name();
        this.category = file.category();
        this.summary = file.summary();
        this.description = file.description();
        this.kpi = file.kpi();
        this.tags = new ArrayList<>(file.tags());
        this.definition = StoredJson.write(file.definition());
        this.tests = StoredJson.write(file.tests());
        this.createdAt = origin.at();
        this.createdBy = origin.by();
        this.parameters = new ArrayList<>(
                file.parameters().stream().map(TemplateParameterEntity::new).toList());
        this.isNew = true;
    }

    /** Who has put a version into the catalogue, and when. */
    record Origin(TemplateOwner owner, String by, Instant at) {}

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    String slug() {
        return slug;
    }

    int version() {
        return version;
    }

    String name() {
        return name;
    }

    TemplateCategory category() {
        return category;
    }

    boolean isOfDealer() {
        return owner == TemplateOwner.DEALER;
    }

    Origin origin() {
        return new Origin(owner, createdBy, createdAt);
    }

    Template template() {
        TemplateFile file = file();
        return new Template(
                id, slug, version, name, category, summary, file.parameters(), file.definition(), file.tests());
    }

    TemplateFile file() {
        return new TemplateFile(
                slug,
                version,
                name,
                category,
                summary,
                description,
                kpi,
                tags,
                parameters.stream().map(TemplateParameterEntity::parameter).toList(),
                ContractJson.events().readValue(definition, TREE),
                ContractJson.events().readValue(tests, TREES));
    }
}
