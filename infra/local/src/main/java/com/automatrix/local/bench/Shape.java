package com.automatrix.local.bench;

import java.util.List;

/** One thing to measure. */
interface Shape {

    /** Its name in the table and for {@code --only}. */
    String id();

    /** Publishes what it needs, warms up, measures as often as it is asked to. */
    List<Row> measure(Surroundings surroundings);
}
