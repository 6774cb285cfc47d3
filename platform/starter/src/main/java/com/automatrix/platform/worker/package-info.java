/** Steps that run outside the engine: intake, leases, results. */
@NullMarked
package com.automatrix.platform.worker;

import org.jspecify.annotations.NullMarked;
