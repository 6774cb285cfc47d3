/** Platform tables, migrated beside those of the service. */
@NullMarked
package com.automatrix.platform.database;

import org.jspecify.annotations.NullMarked;
