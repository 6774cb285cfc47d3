package com.automatrix.template.catalogue;

import com.automatrix.platform.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue over HTTP. */
@RestController
@RequestMapping("/api/templates")
class TemplateController {

    private final CatalogueService catalogue;

    TemplateController(CatalogueService catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    Page<TemplateResponse> list(@RequestParam @Nullable TemplateCategory category) {
        return Page.of(
                catalogue.list(category).stream().map(TemplateResponse::summary).toList());
    }

    @GetMapping("/{idOrSlug}")
    @PreAuthorize("hasRole('VIEWER')")
    TemplateResponse get(@PathVariable String idOrSlug) {
        return TemplateResponse.whole(catalogue.get(idOrSlug));
    }
}
