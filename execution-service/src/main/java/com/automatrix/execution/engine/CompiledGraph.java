package com.automatrix.execution.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedCollection;
import java.util.SequencedMap;

/** The nodes of the top level or of one container, each after all that lead to it. */
record CompiledGraph(SequencedMap<String, CompiledNode> byId) {

    static final CompiledGraph EMPTY = new CompiledGraph(new LinkedHashMap<>());

    CompiledGraph {
        byId = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byId));
    }

    SequencedCollection<CompiledNode> nodes() {
        return byId.sequencedValues();
    }
}
