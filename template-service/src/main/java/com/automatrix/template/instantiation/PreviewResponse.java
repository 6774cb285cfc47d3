package com.automatrix.template.instantiation;

import java.util.Map;

/** The workflow that would be made. */
record PreviewResponse(String name, Map<String, Object> definition) {}
