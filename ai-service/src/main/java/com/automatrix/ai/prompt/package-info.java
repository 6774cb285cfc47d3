/** Prompts that are stored, with their versions, variables and test cases. */
@NullMarked
package com.automatrix.ai.prompt;

import org.jspecify.annotations.NullMarked;
