/** The audit trail: who did what, in all services. */
@NullMarked
package com.automatrix.auth.audit;

import org.jspecify.annotations.NullMarked;
