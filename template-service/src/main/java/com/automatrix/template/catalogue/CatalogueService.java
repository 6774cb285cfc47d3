package com.automatrix.template.catalogue;

import com.automatrix.platform.problem.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds templates. */
@Service
public class CatalogueService {

    private final TemplateRepository templates;

    CatalogueService(TemplateRepository templates) {
        this.templates = templates;
    }

    /**
     * Finds a template.
     *
     * @param idOrSlug the id of one version, or the slug, which means the newest one
     * @throws NotFound with {@code template.not-found}
     */
    @Transactional(readOnly = true)
    public Template get(String idOrSlug) {
        return id(idOrSlug)
                .flatMap(templates::findById)
                .or(() -> templates.findFirstBySlugOrderByVersionDesc(idOrSlug))
                .map(TemplateEntity::template)
                .orElseThrow(() -> new NotFound(
                        "template.not-found", "Expected a template %s, but there is none.".formatted(idOrSlug)));
    }

    @Transactional(readOnly = true)
    List<Template> list(@Nullable TemplateCategory category) {
        return templates.newest().stream()
                .map(TemplateEntity::template)
                .filter(template -> category == null || template.category() == category)
                .toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
