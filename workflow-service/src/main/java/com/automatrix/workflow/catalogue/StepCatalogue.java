package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All step types there are at the moment: the built-in ones first, then those that other systems registered. */
@Component
class StepCatalogue {

    private final StepTypeStore external;

    StepCatalogue(StepTypeStore external) {
        this.external = external;
    }

    StepTypes current() {
        StepTypes builtIn = StepTypes.builtIn();
        List<StepType> all = new ArrayList<>(builtIn.all());
        external.all().stream()
                // A later release may bring a type that somebody had registered before.
                .filter(type -> builtIn.find(type.type()).isEmpty())
                .forEach(all::add);
        return StepTypes.of(all);
    }
}
