/** Takes the parts out of e-mails and of forms that are sent like e-mails; pure, as {@code lead.adf} is. */
@NullMarked
package com.automatrix.execution.lead.mail;

import org.jspecify.annotations.NullMarked;
