/** A server that answers as an AI provider does, without a model: by a script or by what it is asked. */
@NullMarked
package com.automatrix.testkit.ai;

import org.jspecify.annotations.NullMarked;
