/** What a template asks, what may be answered, and how the answers get into its definition. */
@NullMarked
package com.automatrix.template.parameter;

import org.jspecify.annotations.NullMarked;
