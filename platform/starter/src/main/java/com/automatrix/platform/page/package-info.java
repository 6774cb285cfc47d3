/** Lists that are read page by page with a cursor. */
@NullMarked
package com.automatrix.platform.page;

import org.jspecify.annotations.NullMarked;
