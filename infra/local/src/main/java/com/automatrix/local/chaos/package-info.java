/** Kills the engine under load, over and over, and counts what came of it. */
@NullMarked
package com.automatrix.local.chaos;

import org.jspecify.annotations.NullMarked;
