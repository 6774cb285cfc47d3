package com.automatrix.template.catalogue;

import com.automatrix.platform.page.Cursor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The templates in all their versions. */
interface TemplateRepository extends Repository<TemplateEntity, UUID> {

    /** Saves at once, so that whoever took the version first is known. */
    TemplateEntity saveAndFlush(TemplateEntity template);

    boolean existsBySlugAndVersion(String slug, int version);

    Optional<TemplateEntity> findById(UUID id);

    Optional<TemplateEntity> findFirstBySlugOrderByVersionDesc(String slug);

    List<TemplateEntity> findBySlugOrderByVersionDesc(String slug);

    /** Deletes all versions; the table of their parameters follows by its foreign key. */
    @Modifying
    @Query(nativeQuery = true, value = "DELETE FROM templates WHERE slug = :slug")
    void deleteBySlug(String slug);

    @Query("select max(template.version) from TemplateEntity template where template.slug = :slug")
    int latestVersion(String slug);

    /** Reads the newest version of each of the templates. */
    @Query("""
            select template from TemplateEntity template
            where template.slug in :slugs
              and template.version =
                (select max(other.version) from TemplateEntity other where other.slug = template.slug)
            order by template.slug""")
    List<TemplateEntity> newest(Collection<String> slugs);

    /** Reads the newest version of each template that is looked for and comes after a place in the list. */
    @Query(nativeQuery = true, value = """
            SELECT t.* FROM templates t
             WHERE NOT EXISTS (SELECT 1 FROM templates newer WHERE newer.slug = t.slug AND newer.version > t.version)
               AND (CAST(:category AS text) IS NULL OR t.category = CAST(:category AS text))
               AND (CAST(:#{#search.tag()} AS text) IS NULL OR CAST(:#{#search.tag()} AS text) = ANY (t.tags))
               AND lower(concat_ws(' ', t.name, t.summary, t.description, array_to_string(t.tags, ' ')))
                   LIKE ALL (string_to_array(CAST(:#{#search.patterns()} AS text), chr(10)))
               AND (t.category, t.name, t.slug) > (:#{#after.string(0)}, :#{#after.string(1)}, :#{#after.string(2)})
             ORDER BY t.category, t.name, t.slug
             LIMIT :rows""")
    List<TemplateEntity> list(@Nullable String category, CatalogueSearch search, Cursor after, int rows);
}
