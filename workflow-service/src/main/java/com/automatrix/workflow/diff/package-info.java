/** What differs between two forms of a workflow, field by field and in plain words. Pure: no Spring, no database. */
@NullMarked
package com.automatrix.workflow.diff;

import org.jspecify.annotations.NullMarked;
