/** Says in plain words why an execution went the way it did. */
@NullMarked
package com.automatrix.ai.explain;

import org.jspecify.annotations.NullMarked;
