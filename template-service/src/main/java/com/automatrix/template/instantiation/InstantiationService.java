package com.automatrix.template.instantiation;

import com.automatrix.template.catalogue.CatalogueService;
import com.automatrix.template.catalogue.Template;
import com.automatrix.template.parameter.ParameterValues;
import com.automatrix.template.parameter.Placeholders;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Makes a workflow of a template: checks the answers, fills them in, and has the draft made with its tests. */
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

    PreviewResponse preview(String idOrSlug, InstantiateRequest request) {
        Template template = catalogue.get(idOrSlug);
        return new PreviewResponse(
                Objects.requireNonNullElse(request.name(), template.name()),
                Placeholders.fill(template.definition(), values(template, request)));
    }

    CreatedWorkflow instantiate(String idOrSlug, InstantiateRequest request, Caller caller) {
        Template template = catalogue.get(idOrSlug);
        Map<String, Object> values = values(template, request);
        WorkflowDraft draft = new WorkflowDraft(
                Objects.requireNonNullElse(request.name(), template.name()),
                template.summary(),
                template.category(),
                Placeholders.fill(template.definition(), values),
                template.tests().stream()
                        .map(test -> Placeholders.fillData(test, values))
                        .toList(),
                new WorkflowDraft.Origin(template.slug(), template.version()));
        CreatedWorkflow created = drafts.create(draft, caller);
        log.info(
                "template instantiated template={} version={} workflow={}",
                template.slug(),
                template.version(),
                created.id());
        return created;
    }

    private Map<String, Object> values(Template template, InstantiateRequest request) {
        return parameters.check(template.parameters(), Objects.requireNonNullElse(request.parameters(), Map.of()));
    }
}
