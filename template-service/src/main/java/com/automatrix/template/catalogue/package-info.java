/** Which templates there are, and what they ask. */
@NullMarked
package com.automatrix.template.catalogue;

import org.jspecify.annotations.NullMarked;
