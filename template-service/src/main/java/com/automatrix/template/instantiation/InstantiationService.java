package com.automatrix.template.instantiation;

import com.automatrix.template.catalogue.CatalogueService;
import com.automatrix.template.catalogue.Template;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Makes a workflow of a template: checks the answers, fills them in, and has the draft made. */
@Service
class InstantiationService {

    private static final Logger log = LoggerFactory.getLogger(InstantiationService.class);

    private final CatalogueService catalogue;
    private final ParameterValues parameters;
    private final WorkflowDrafts drafts;

    InstantiationService(CatalogueService catalogue, ParameterValues parameters, WorkflowDrafts drafts) {
        this.catalogue = catalogue;
        this.parameters = parameters;
        this.drafts = drafts;
    }

    CreatedWorkflow instantiate(String idOrSlug, InstantiateRequest request, String authorization) {
        Template template = catalogue.get(idOrSlug);
        Map<String, Object> values =
                parameters.check(template.parameters(), Objects.requireNonNullElse(request.parameters(), Map.of()));
        WorkflowDraft draft = new WorkflowDraft(
                Objects.requireNonNullElse(request.name(), template.name()),
                template.summary(),
                template.category(),
                Placeholders.fill(template.definition(), values));
        CreatedWorkflow created = drafts.create(draft, authorization);
        log.info(
                "template instantiated template={} version={} workflow={}",
                template.slug(),
                template.version(),
                created.id());
        return created;
    }
}
