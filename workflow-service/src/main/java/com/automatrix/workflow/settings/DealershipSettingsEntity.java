package com.automatrix.workflow.settings;

import com.automatrix.contracts.json.ContractJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** The one row of settings. */
@Entity
@Table(name = "dealership_settings")
class DealershipSettingsEntity {

    static final Boolean ID = true;

    @Id
    private Boolean id = ID;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String settings;

    @SuppressWarnings("UnusedVariable") // For whoever looks into the table.
    private Instant updatedAt;

    @SuppressWarnings("UnusedVariable") // For whoever looks into the table.
    private String updatedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected DealershipSettingsEntity() {}

    DealershipSettingsEntity(DealershipSettings settings, String author, Instant now) {
        this.settings = ContractJson.events().writeValueAsString(settings);
        this.updatedAt = now;
        this.updatedBy = author;
    }

    DealershipSettings settings() {
        return ContractJson.events().readValue(settings, DealershipSettings.class);
    }
}
