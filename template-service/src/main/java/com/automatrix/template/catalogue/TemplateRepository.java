package com.automatrix.template.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The templates in all their versions. */
interface TemplateRepository extends Repository<TemplateEntity, UUID> {

    TemplateEntity save(TemplateEntity template);

    boolean existsBySlugAndVersion(String slug, int version);

    Optional<TemplateEntity> findById(UUID id);

    Optional<TemplateEntity> findFirstBySlugOrderByVersionDesc(String slug);

    /** Reads the newest version of each template. */
    @Query("""
            select template from TemplateEntity template
            where template.version =
                (select max(other.version) from TemplateEntity other where other.slug = template.slug)
            order by template.category, template.name""")
    List<TemplateEntity> newest();
}
