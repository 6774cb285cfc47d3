package com.automatrix.workflow.definition;

import java.util.function.Consumer;

/** One group of things that a definition must keep to. Called once for each validation; keeps no state of its own. */
interface Rule {

    void check(Examined examined, Consumer<Problem> report);
}
