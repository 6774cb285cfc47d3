package com.automatrix.ai.eval;

/** One of the seven kinds of tasks. */
interface Group {

    String name();

    Result run(Subject subject);
}
