/** The addresses at which other systems start workflows, and how they prove that they may. */
@NullMarked
package com.automatrix.execution.webhook;

import org.jspecify.annotations.NullMarked;
