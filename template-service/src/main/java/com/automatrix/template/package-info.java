/** The catalogue of workflow templates and their instantiation. */
@NullMarked
package com.automatrix.template;

import org.jspecify.annotations.NullMarked;
