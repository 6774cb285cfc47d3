package com.automatrix.template.catalogue;

import com.automatrix.template.catalogue.TemplateRules.Verdict;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Puts the templates that come with the product into the tables, each version once; a bad one is left out. */
@Component
class TemplateLoader implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TemplateLoader.class);

    private final TemplateFiles files;
    private final TemplateRules rules;
    private final TemplateService templates;

    TemplateLoader(TemplateFiles files, TemplateRules rules, TemplateService templates) {
        this.files = files;
        this.rules = rules;
        this.templates = templates;
    }

    @Override
    public void run(ApplicationArguments args) {
        for (TemplateFiles.Text file : files.readAll()) {
            switch (rules.judge(file.json())) {
                case Verdict.Usable(var template) -> load(file.name(), template);
                case Verdict.Unusable unusable ->
                    log.error("template left out file={} because={}", file.name(), reasons(unusable));
            }
        }
    }

    private void load(String file, TemplateFile template) {
        try {
            switch (templates.load(template)) {
                case STORED -> log.info("template loaded template={} version={}", template.slug(), template.version());
                case KNOWN -> log.debug("template known template={} version={}", template.slug(), template.version());
                case TAKEN ->
                    log.warn(
                            "template left out file={} because=the dealership has a template {}",
                            file,
                            template.slug());
            }
        } catch (DataIntegrityViolationException e) {
            // Another instance that starts at the same time was quicker.
            log.info("template already loaded template={} version={}", template.slug(), template.version());
        }
    }

    private static String reasons(Verdict.Unusable unusable) {
        return unusable.violations().stream()
                .map(violation -> "%s %s: %s".formatted(violation.pointer(), violation.code(), violation.message()))
                .collect(Collectors.joining("; "));
    }
}
