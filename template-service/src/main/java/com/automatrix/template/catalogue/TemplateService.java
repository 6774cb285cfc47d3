package com.automatrix.template.catalogue;

import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.time.Ids;
import com.automatrix.template.catalogue.TemplateEntity.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts templates into the catalogue and takes them out of it. A version that is there never changes. */
@Service
class TemplateService {

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final String SYSTEM = "system";

    private final TemplateRepository templates;
    private final TemplateRules rules;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    TemplateService(TemplateRepository templates, TemplateRules rules, Audit audit, Ids ids, InstantSource clock) {
        this.templates = templates;
        this.rules = rules;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a template that ships with the product. */
    enum Loading {
        STORED,
        KNOWN,
        /** The dealership has a template of that name. */
        TAKEN
    }

    /** What came of a template that somebody saved; it is not new if the newest version says the same. */
    record Saved(TemplateResponse template, boolean isNew) {}

    @Transactional
    Loading load(TemplateFile template) {
        Optional<TemplateEntity> newest = templates.findFirstBySlugOrderByVersionDesc(template.slug());
        if (newest.filter(TemplateEntity::isOfDealer).isPresent()) {
            return Loading.TAKEN;
        }
        if (templates.existsBySlugAndVersion(template.slug(), template.version())) {
            return Loading.KNOWN;
        }
        templates.saveAndFlush(
                new TemplateEntity(ids.next(), template, new Origin(TemplateOwner.PRODUCT, SYSTEM, now())));
        return Loading.STORED;
    }

    /**
     * Saves a template of the dealership as a new version, unless the newest one says the same.
     *
     * @param document a template; its version is of no account
     * @throws Invalid with {@code template.invalid} and a violation for each thing that is wrong
     * @throws Conflict if the template of that slug comes with the product, or somebody else saves it at this moment
     */
    @Transactional
    Saved save(Map<String, Object> document, CurrentUser user) {
        TemplateFile template = usable(document);
        Optional<TemplateEntity> newest = templates.findFirstBySlugOrderByVersionDesc(template.slug());
        if (newest.isPresent() && !newest.get().isOfDealer()) {
            throw new Conflict(
                    "template.slug-taken",
                    "Expected a slug that is free or your own, but %s comes with the product: choose another one."
                            .formatted(template.slug()));
        }
        if (newest.isPresent() && newest.get().file().saysTheSameAs(template)) {
            return new Saved(TemplateResponse.of(newest.get(), newest.get().version()), false);
        }
        int version = newest.map(TemplateEntity::version).orElse(0) + 1;
        TemplateEntity saved = stored(new TemplateEntity(
                ids.next(), template.withVersion(version), new Origin(TemplateOwner.DEALER, user.name(), now())));
        audit.record("template.saved", "template", saved.getId().toString(), null, VersionSummary.of(saved));
        return new Saved(TemplateResponse.of(saved, version), true);
    }

    /**
     * Deletes a template of the dealership with all its versions. Workflows that were made of it go on.
     *
     * @throws Conflict with {@code template.of-product} if it comes with the product
     */
    @Transactional
    void delete(String slug) {
        Optional<TemplateEntity> newest = templates.findFirstBySlugOrderByVersionDesc(slug);
        if (newest.isEmpty()) {
            // Somebody else was quicker, and it is gone as was asked.
            return;
        }
        TemplateEntity template = newest.get();
        if (!template.isOfDealer()) {
            throw new Conflict(
                    "template.of-product",
                    "Expected a template that the dealership has saved, but %s comes with the product and cannot be deleted."
                            .formatted(slug));
        }
        VersionSummary before = VersionSummary.of(template);
        templates.deleteBySlug(slug);
        audit.record("template.deleted", "template", template.getId().toString(), before, null);
    }

    private TemplateFile usable(Map<String, Object> document) {
        TemplateFile template = switch (rules.judge(document)) {
            case TemplateRules.Verdict.Usable(var usable) -> usable;
            case TemplateRules.Verdict.Unusable(var violations) ->
                throw new Invalid(
                        "template.invalid",
                        "Expected a usable template, but %d %s wrong with it."
                                .formatted(violations.size(), violations.size() == 1 ? "thing is" : "things are"),
                        violations);
        };
        int size = template.canonical().getBytes(StandardCharsets.UTF_8).length;
        if (size > MOST_BYTES) {
            throw new TooLarge(
                    "template.too-large",
                    "Expected a template of at most %d bytes, but it has %d.".formatted(MOST_BYTES, size));
        }
        return template;
    }

    private TemplateEntity stored(TemplateEntity template) {
        try {
            return templates.saveAndFlush(template);
        } catch (DataIntegrityViolationException e) {
            throw new Conflict(
                    "request.concurrent-change",
                    "Expected to be the only one to save template %s, but somebody else did at the same moment."
                            .formatted(template.slug()));
        }
    }

    /** The table keeps microseconds; an answer must not show more than will be read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
