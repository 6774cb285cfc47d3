package com.automatrix.workflow.version;

import com.automatrix.platform.security.CurrentUser;

/**
 * Who changed a workflow.
 *
 * @param id the user's id, for other services
 * @param name what people see
 */
record Author(String id, String name) {

    static Author of(CurrentUser user) {
        return new Author(user.id().toString(), user.name());
    }
}
