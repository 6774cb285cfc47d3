/** What the words of a customer surely mean, whoever reads them: no service may see it otherwise than another. */
@NullMarked
package com.automatrix.contracts.wording;

import org.jspecify.annotations.NullMarked;
