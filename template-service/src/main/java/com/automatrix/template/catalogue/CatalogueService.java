package com.automatrix.template.catalogue;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
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

    /** Sorts before every template. */
    private static final Cursor TOP = Cursor.of("", "", "");

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
        return find(idOrSlug).template();
    }

    @Transactional(readOnly = true)
    TemplateResponse show(String idOrSlug) {
        TemplateEntity template = find(idOrSlug);
        return TemplateResponse.of(template, templates.latestVersion(template.slug()));
    }

    @Transactional(readOnly = true)
    TemplateFile export(String idOrSlug) {
        return find(idOrSlug).file();
    }

    /** The newest version of each template, by category and name. */
    @Transactional(readOnly = true)
    Page<TemplateSummary> list(
            @Nullable TemplateCategory category, CatalogueSearch search, @Nullable String cursor, Limit limit) {
        Cursor after = Cursor.read(cursor, 3)
                .map(read -> new Cursor(
                        read.parts().stream().map(CatalogueService::stored).toList()))
                .orElse(TOP);
        List<TemplateEntity> found =
                templates.list(category == null ? null : category.name(), search, after, limit.rowsToRead());
        return Page.cut(
                        found,
                        limit.value(),
                        template -> Cursor.of(template.category(), template.name(), template.slug()))
                .map(TemplateSummary::of);
    }

    /** All versions of a template, the newest one first. */
    @Transactional(readOnly = true)
    List<VersionSummary> versions(String idOrSlug) {
        return templates.findBySlugOrderByVersionDesc(find(idOrSlug).slug()).stream()
                .map(VersionSummary::of)
                .toList();
    }

    /** The newest version of each of the templates that there are. */
    @Transactional(readOnly = true)
    List<VersionSummary> latest(List<String> slugs) {
        return templates.newest(slugs.stream().map(CatalogueService::stored).toList()).stream()
                .map(VersionSummary::of)
                .toList();
    }

    private TemplateEntity find(String idOrSlug) {
        return id(idOrSlug)
                .flatMap(templates::findById)
                .or(() -> templates.findFirstBySlugOrderByVersionDesc(idOrSlug))
                .orElseThrow(() -> new NotFound(
                        "template.not-found", "Expected a template %s, but there is none.".formatted(idOrSlug)));
    }

    /** PostgreSQL takes no NUL characters. */
    private static String stored(String text) {
        return text.replace("\0", "");
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
