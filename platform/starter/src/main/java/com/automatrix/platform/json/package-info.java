/** One JSON policy for every HTTP door. */
@NullMarked
package com.automatrix.platform.json;

import org.jspecify.annotations.NullMarked;
