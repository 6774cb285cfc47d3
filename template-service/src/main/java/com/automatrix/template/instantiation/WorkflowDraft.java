package com.automatrix.template.instantiation;

import com.automatrix.template.catalogue.TemplateCategory;
import java.util.Map;

/** A workflow as workflow-service takes it. */
record WorkflowDraft(String name, String description, TemplateCategory category, Map<String, Object> definition) {}
