/** Documents that people keep in files: how they are written as text. */
@NullMarked
package com.automatrix.platform.document;

import org.jspecify.annotations.NullMarked;
