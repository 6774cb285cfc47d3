/** Vehicle identification numbers: how they are read, checked and taken apart. */
@NullMarked
package com.automatrix.execution.vin;

import org.jspecify.annotations.NullMarked;
