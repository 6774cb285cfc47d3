package com.automatrix.workflow.settings;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The one row of settings. */
interface DealershipSettingsRepository extends Repository<DealershipSettingsEntity, Boolean> {

    DealershipSettingsEntity save(DealershipSettingsEntity settings);

    Optional<DealershipSettingsEntity> findById(Boolean id);
}
