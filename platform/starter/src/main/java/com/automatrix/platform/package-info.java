/** How every service is wired: one auto-configuration for each concern, so that no service repeats it. */
@NullMarked
package com.automatrix.platform;

import org.jspecify.annotations.NullMarked;
