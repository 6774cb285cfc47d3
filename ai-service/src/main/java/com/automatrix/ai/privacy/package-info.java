/** What of a text a model may see: personal data goes as tokens, financial and secret data does not go at all. */
@NullMarked
package com.automatrix.ai.privacy;

import org.jspecify.annotations.NullMarked;
