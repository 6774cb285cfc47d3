package com.automatrix.template.instantiation;

import java.util.UUID;

/** What workflow-service says of a workflow that it has made. */
record CreatedWorkflow(UUID id, String name) {}
