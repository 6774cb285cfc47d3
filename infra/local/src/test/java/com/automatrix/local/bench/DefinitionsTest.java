package com.automatrix.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.schema.SchemaCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    @Test
    void what_is_measured_is_a_workflow_definition() {
        assertThat(new SchemaCheck().definition(Definitions.inARow(10))).isEmpty();
        assertThat(new SchemaCheck().definition(Definitions.inARow(10, WorkerSteps.STEP_TYPE, Map.of())))
                .isEmpty();
        assertThat(new SchemaCheck().definition(Definitions.parallel(40))).isEmpty();
        assertThat(new SchemaCheck().definition(Definitions.onEvent())).isEmpty();
    }
}
