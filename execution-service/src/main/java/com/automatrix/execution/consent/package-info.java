/** Who may be contacted, how, why and when: the ledger of consents and the decision that every message waits for. */
@NullMarked
package com.automatrix.execution.consent;

import org.jspecify.annotations.NullMarked;
