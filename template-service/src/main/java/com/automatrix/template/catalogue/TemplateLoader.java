package com.automatrix.template.catalogue;

import com.automatrix.platform.time.Ids;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Puts the templates that come with the product into the tables, each version once. */
@Component
class TemplateLoader implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TemplateLoader.class);

    private final TemplateRepository templates;
    private final Ids ids;
    private final InstantSource clock;

    TemplateLoader(TemplateRepository templates, Ids ids, InstantSource clock) {
        this.templates = templates;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        TemplateFiles.readAll().stream()
                .filter(file -> !templates.existsBySlugAndVersion(file.slug(), file.version()))
                .forEach(this::load);
    }

    private void load(TemplateFile file) {
        try {
            templates.save(new TemplateEntity(ids.next(), file, clock.instant()));
            log.info("template loaded template={} version={}", file.slug(), file.version());
        } catch (DataIntegrityViolationException e) {
            // Another instance that starts at the same time was quicker.
            log.info("template already loaded template={} version={}", file.slug(), file.version());
        }
    }
}
