import { sameJson } from '@/features/editor/model/same';
import type { Workflow } from '@/lib/api-types';
import { NETWORK_PROBLEM, Problem } from '@/lib/http/problem';
import type { WorkflowDraft } from '@/lib/workflow-types';

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'conflict'; theirs: Workflow };

export interface SaverPorts {
  save: (revision: number, draft: WorkflowDraft) => Promise<Workflow>;
  load: () => Promise<Workflow>;
  onState: (state: SaveState) => void;
  onSaved: (workflow: Workflow) => void;
  /** Keeps what is not saved yet, and forgets it once it is. */
  keep: (draft: { revision: number; draft: WorkflowDraft } | null) => void;
}

const PAUSE_MS = 700;
const AGAIN_MS = 4000;

export interface Saver {
  change: (draft: WorkflowDraft) => void;
  /** Saves at once what waits; true if all is saved then. */
  flush: () => Promise<boolean>;
  /** Overwrites the other person's draft. */
  keepMine: () => void;
  /** From now on the given draft, which the server has, is what further changes are based on. */
  rebase: (workflow: Workflow, draft: WorkflowDraft) => void;
  start: () => void;
  /** Saves what waits, once: whoever opens the workflow next finds the rest in the browser. */
  stop: () => void;
}

/** Saves a draft a moment after it changed: one request at a time, again when there was no connection. */
export function createSaver(revisionAtStart: number, draftAtStart: WorkflowDraft, ports: SaverPorts): Saver {
  let revision = revisionAtStart;
  let saved = draftAtStart;
  let wanted = draftAtStart;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  let theirs: Workflow | null = null;
  let isStopped = false;

  function schedule(after: number) {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void flush(), after);
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (sending) await sending;
    if (wanted === saved) return true;
    if (theirs) return false;
    sending = send(wanted);
    await sending;
    sending = null;
    return wanted === saved;
  }

  async function send(draft: WorkflowDraft): Promise<void> {
    ports.onState({ kind: 'saving' });
    try {
      settle(await ports.save(revision, draft), draft);
    } catch (error) {
      await refused(error, draft);
    }
  }

  function settle(workflow: Workflow, draft: WorkflowDraft) {
    revision = workflow.revision;
    saved = draft;
    if (wanted === saved) {
      ports.keep(null);
      ports.onState({ kind: 'saved' });
    } else {
      ports.keep({ revision, draft: wanted });
      ports.onState({ kind: 'waiting' });
      schedule(PAUSE_MS);
    }
    ports.onSaved(workflow);
  }

  async function refused(error: unknown, draft: WorkflowDraft) {
    if (!(error instanceof Problem)) {
      ports.onState({ kind: 'failed', error });
      return;
    }
    if (error.code === NETWORK_PROBLEM || error.status >= 502) {
      ports.onState({ kind: 'offline' });
      schedule(AGAIN_MS);
      return;
    }
    if (error.status !== 412) {
      ports.onState({ kind: 'failed', error });
      return;
    }
    try {
      const current = await ports.load();
      // The answer to an earlier attempt may have been lost: what is there is what was sent.
      if (sameJson(current.definition, draft.definition) && current.name === draft.name)
        settle(current, draft);
      else {
        theirs = current;
        ports.onState({ kind: 'conflict', theirs: current });
      }
    } catch {
      ports.onState({ kind: 'offline' });
      schedule(AGAIN_MS);
    }
  }

  return {
    change(draft) {
      // A draft that the server gave is built once more for the canvas: another object, but nothing to save.
      if (sameJson(draft, wanted)) return;
      wanted = draft;
      ports.keep({ revision, draft });
      if (theirs) return;
      ports.onState({ kind: 'waiting' });
      schedule(PAUSE_MS);
    },
    flush,
    keepMine() {
      if (!theirs) return;
      revision = theirs.revision;
      theirs = null;
      void flush();
    },
    rebase(workflow, draft) {
      clearTimeout(timer);
      theirs = null;
      revision = workflow.revision;
      saved = draft;
      wanted = draft;
      ports.keep(null);
      ports.onState({ kind: 'saved' });
      ports.onSaved(workflow);
    },
    start() {
      isStopped = false;
    },
    stop() {
      void flush();
      isStopped = true;
    },
  };
}
