package com.automatrix.template.catalogue;

import java.time.Instant;
import java.util.UUID;

/** One version of a template, in a list of them. */
record VersionSummary(UUID id, String slug, int version, String name, Instant createdAt, String createdBy) {

    static VersionSummary of(TemplateEntity template) {
        TemplateEntity.Origin origin = template.origin();
        return new VersionSummary(
                template.getId(), template.slug(), template.version(), template.name(), origin.at(), origin.by());
    }
}
