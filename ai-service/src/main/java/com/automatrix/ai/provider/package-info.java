/** Who answers: an OpenAI-compatible endpoint, or the local embedding model. */
@NullMarked
package com.automatrix.ai.provider;

import org.jspecify.annotations.NullMarked;
