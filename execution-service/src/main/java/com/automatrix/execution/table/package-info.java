/** Small named tables of the dealership's own data. */
@NullMarked
package com.automatrix.execution.table;

import org.jspecify.annotations.NullMarked;
