import type { WorkflowDraft } from '@/lib/workflow-types';

/** A draft that is not on the server yet, and the revision that it was made from. */
export interface LocalDraft {
  revision: number;
  draft: WorkflowDraft;
}

const keyOf = (id: string) => `automatrix.draft.${id}`;

/** What was typed and could not be saved, so that a reload loses nothing. */
export const localDrafts = {
  read(id: string): LocalDraft | null {
    try {
      const text = window.localStorage.getItem(keyOf(id));
      return text === null ? null : (JSON.parse(text) as LocalDraft);
    } catch {
      return null;
    }
  },
  keep(id: string, draft: LocalDraft): void {
    try {
      window.localStorage.setItem(keyOf(id), JSON.stringify(draft));
    } catch {
      // A full or forbidden storage must not keep anybody from working.
    }
  },
  forget(id: string): void {
    try {
      window.localStorage.removeItem(keyOf(id));
    } catch {
      // As above.
    }
  },
};
