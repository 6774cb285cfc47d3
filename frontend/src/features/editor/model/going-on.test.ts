import { describe, expect, it } from 'vitest';
import { actionOf } from '@/features/editor/model/actions';
import { addStep, rename } from '@/features/editor/model/edits';
import { catalogue, sample } from '@/features/editor/model/editor-samples';
import { definitionOf, opened, selected, type EditorState } from '@/features/editor/model/editor-state';
import { comingsInWords, nearestStepOf, newStepOf } from '@/features/editor/model/going-on';
import { viewOf } from '@/features/editor/model/view';

const start = opened(sample, catalogue, false);
const lookOf = (state: EditorState) => ({
  view: viewOf(definitionOf(state), catalogue),
  selection: state.selection,
});
const add = addStep(catalogue.get('flow.wait')!, { kind: 'after', source: 'look', handle: 'out' });

describe('where a person goes on', () => {
  it('is at the step that has just been put in', () => {
    expect(newStepOf(lookOf(start), lookOf(add.perform(start)))).toBe('wait');
  });

  it('is not elsewhere because a step got another id or was only selected', () => {
    const chosen = selected(start, ['look']);
    expect(newStepOf(lookOf(chosen), lookOf(rename('look', 'seek').perform(chosen)))).toBeNull();
    expect(newStepOf(lookOf(start), lookOf(chosen))).toBeNull();
  });

  it('is at the step before one that is gone', () => {
    const chosen = selected(start, ['urgent']);
    expect(nearestStepOf(lookOf(chosen), lookOf(actionOf('delete').perform(chosen)))).toBe('look');
  });

  it('is at what was selected last when nothing is selected any more', () => {
    const chosen = selected(start, ['done']);
    expect(nearestStepOf(lookOf(chosen), lookOf(selected(chosen, [])))).toBe('done');
    expect(nearestStepOf(lookOf(start), lookOf(start))).toBeNull();
  });

  it('is told in words', () => {
    const { view } = lookOf(start);
    const all = actionOf('delete').perform(selected(start, ['look', 'urgent']));
    expect(comingsInWords(view, lookOf(add.perform(start)).view)).toBe('“Wait” is added.');
    expect(comingsInWords(view, lookOf(all).view)).toBe('2 steps are removed.');
    expect(comingsInWords(view, view)).toBeNull();
  });
});
