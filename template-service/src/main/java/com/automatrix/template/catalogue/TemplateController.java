package com.automatrix.template.catalogue;

import com.automatrix.platform.document.DocumentText;
import com.automatrix.platform.document.ExportFormat;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.template.catalogue.TemplateService.Saved;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue over HTTP. */
@RestController
@RequestMapping("/api/templates")
class TemplateController {

    private static final int MOST_SLUGS = 200;

    private final CatalogueService catalogue;
    private final TemplateService templates;

    TemplateController(CatalogueService catalogue, TemplateService templates) {
        this.catalogue = catalogue;
        this.templates = templates;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    Page<TemplateSummary> list(
            @RequestParam @Nullable TemplateCategory category,
            CatalogueSearch search,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        return catalogue.list(category, search, cursor, Limit.of(limit));
    }

    /** Tells which versions are the newest ones, for workflows that know which version they were made from. */
    @GetMapping("/latest")
    @PreAuthorize("hasRole('VIEWER')")
    Page<VersionSummary> latest(@RequestParam @Size(max = MOST_SLUGS) List<String> slugs) {
        return Page.of(catalogue.latest(slugs));
    }

    @GetMapping("/{idOrSlug}")
    @PreAuthorize("hasRole('VIEWER')")
    TemplateResponse get(@PathVariable String idOrSlug) {
        return catalogue.show(idOrSlug);
    }

    @GetMapping("/{idOrSlug}/versions")
    @PreAuthorize("hasRole('VIEWER')")
    Page<VersionSummary> versions(@PathVariable String idOrSlug) {
        return Page.of(catalogue.versions(idOrSlug));
    }

    /** The document that {@link #save} takes. */
    @GetMapping("/{idOrSlug}/export")
    @PreAuthorize("hasRole('VIEWER')")
    ResponseEntity<byte[]> export(@PathVariable String idOrSlug, @RequestParam(defaultValue = "json") String format) {
        ExportFormat chosen = ExportFormat.of(format);
        TemplateFile template = catalogue.export(idOrSlug);
        return chosen.file(
                DocumentText.of(template.tree(), chosen), "%s-v%d".formatted(template.slug(), template.version()));
    }

    @PostMapping
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<TemplateResponse> save(@RequestBody Map<String, Object> document, CurrentUser user) {
        Saved saved = templates.save(document, user);
        URI place = URI.create("/api/templates/" + saved.template().template().id());
        return saved.isNew()
                ? ResponseEntity.created(place).body(saved.template())
                : ResponseEntity.ok().location(place).body(saved.template());
    }

    /** Deletes a template, not one version of it; the id of any version names it as well. */
    @DeleteMapping("/{idOrSlug}")
    @PreAuthorize("hasRole('BUILDER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String idOrSlug) {
        templates.delete(catalogue.get(idOrSlug).slug());
    }
}
