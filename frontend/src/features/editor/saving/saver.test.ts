import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver, type SaveState } from '@/features/editor/saving/saver';
import type { Workflow } from '@/lib/api-types';
import type { WorkflowDraft } from '@/lib/workflow-types';
import { aWorkflow } from '@/test/samples';

function draftCalled(name: string): WorkflowDraft {
  return { name, definition: { specVersion: '1', triggers: [], nodes: [], edges: [] } };
}

function stored(revision: number): Workflow {
  return { ...aWorkflow(), revision, definition: draftCalled('').definition, problems: [] };
}

function saverAt(revision: number) {
  const sent: { revision: number; name: string }[] = [];
  const states: SaveState['kind'][] = [];
  const saver = createSaver(revision, draftCalled('As opened'), {
    save: (base, { name }) => {
      sent.push({ revision: base, name });
      return Promise.resolve(stored(base + 1));
    },
    load: () => Promise.resolve(stored(revision)),
    onState: ({ kind }) => states.push(kind),
    onSaved: () => undefined,
    keep: () => undefined,
  });
  return { saver, sent, states };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('saving a draft', () => {
  it('sends what changed once, a moment after the last change', async () => {
    const { saver, sent, states } = saverAt(3);

    saver.change(draftCalled('Le'));
    saver.change(draftCalled('Leads'));
    await vi.runAllTimersAsync();

    expect(sent).toEqual([{ revision: 3, name: 'Leads' }]);
    expect(states.at(-1)).toBe('saved');
  });

  it('sends nothing for a version that the server has just restored', async () => {
    const { saver, sent, states } = saverAt(3);

    saver.rebase(stored(9), draftCalled('Restored'));
    saver.change(draftCalled('Restored'));
    await vi.runAllTimersAsync();

    expect(sent).toEqual([]);
    expect(states).toEqual(['saved']);
  });

  it('goes on from the restored version', async () => {
    const { saver, sent } = saverAt(3);

    saver.rebase(stored(9), draftCalled('Restored'));
    saver.change(draftCalled('Restored and renamed'));
    await vi.runAllTimersAsync();

    expect(sent).toEqual([{ revision: 9, name: 'Restored and renamed' }]);
  });
});
