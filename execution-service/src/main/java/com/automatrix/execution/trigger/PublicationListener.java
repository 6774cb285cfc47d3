package com.automatrix.execution.trigger;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.WorkflowPublished;

/**
 * Hears which version of a workflow is in force from now on.
 *
 * <p>Promises to the listener: it is called inside the transaction that puts the version in force, once for each change
 * however often the topic is read, and never for one that is older than what is in force.
 */
public interface PublicationListener {

    /** A version is in force; also when the workflow is paused or goes on. */
    void published(WorkflowPublished published);

    /** No version is in force any more. */
    void withdrawn(WorkflowId workflowId);
}
