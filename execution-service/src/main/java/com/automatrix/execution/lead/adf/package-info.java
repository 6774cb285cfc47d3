/** Reads leads from whatever bytes arrive, and writes them as ADF; pure, with no clock, database or network. */
@NullMarked
package com.automatrix.execution.lead.adf;

import org.jspecify.annotations.NullMarked;
