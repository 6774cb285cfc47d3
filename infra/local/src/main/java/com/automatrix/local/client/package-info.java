/** Clients of the running system: they know its address, its HTTP API and its AsyncAPI document, nothing else. */
@NullMarked
package com.automatrix.local.client;

import org.jspecify.annotations.NullMarked;
