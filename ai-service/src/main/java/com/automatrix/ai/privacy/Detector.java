package com.automatrix.ai.privacy;

import java.util.stream.Stream;

/** Finds one sort of data. Places are those of the plain text. */
@FunctionalInterface
interface Detector {

    Stream<Finding> find(PlainText text);
}
