/** The steps that ask a model. */
@NullMarked
package com.automatrix.ai;

import org.jspecify.annotations.NullMarked;
