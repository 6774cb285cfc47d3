/** Makes a draft of a workflow from words; what comes of it is looked at by a person and saved by nobody else. */
@NullMarked
package com.automatrix.ai.draft;

import org.jspecify.annotations.NullMarked;
