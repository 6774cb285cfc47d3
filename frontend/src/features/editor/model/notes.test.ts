import { describe, expect, it } from 'vitest';
import { noteKey, notesBelow, notesOf } from '@/components/graph/model/notes';
import { actionOf, pasteText } from '@/features/editor/model/actions';
import { differences } from '@/features/editor/model/differences';
import { read, textOf } from '@/features/editor/model/definition-text';
import { catalogue, sample } from '@/features/editor/model/editor-samples';
import { drop } from '@/features/editor/model/edits';
import { definitionOf, opened, selected, type EditAction } from '@/features/editor/model/editor-state';
import { addNote, colourNote, resizeNote, writeNote } from '@/features/editor/model/note-edits';
import { drawnLike } from '@/features/editor/model/proposal';
import { EMPTY, type Definition } from '@/features/editor/model/steps';
import type { WorkflowNote } from '@/lib/definition';

const ask: WorkflowNote = { id: 'ask', text: 'Ask Kim', position: { x: 20, y: 300 } };
const noted: Definition = { ...sample, notes: [ask] };
const ASK = noteKey('ask');

const start = (definition = noted) => opened(definition, catalogue, false);
const done = (state: ReturnType<typeof start>, ...actions: EditAction[]) =>
  actions.reduce((now, action) => (action.isEnabled(now) ? action.perform(now) : now), state);
const notesIn = (state: ReturnType<typeof start>) => definitionOf(state).notes;

describe('notes', () => {
  it('are added empty where one looks, under a name of their own, and selected', () => {
    const state = done(start({ ...noted, notes: [{ ...ask, id: 'note' }] }), addNote({ x: 300, y: 200 }));

    expect(notesIn(state)?.[1]).toEqual({
      id: 'note2',
      text: '',
      position: { x: 180, y: 140, width: 240, height: 120 },
    });
    expect(state.selection).toEqual([noteKey('note2')]);
  });

  it('are added below what stands there', () => {
    const state = done(start(), addNote({ x: 100, y: 40 }), addNote({ x: 100, y: 40 }));

    expect(notesIn(state)?.map(({ position }) => position.y)).toEqual([300, 100, 440]);
  });

  it('are written letter by letter and undone as a whole', () => {
    const state = done(start(), writeNote(ASK, 'A'), writeNote(ASK, 'As'), writeNote(ASK, 'a'.repeat(3000)));

    expect(notesIn(state)?.[0]?.text).toHaveLength(2000);
    expect(notesIn(done(state, actionOf('undo')))).toEqual([ask]);
  });

  it('get another colour and size, and yellow needs no mention', () => {
    const state = done(
      start(),
      colourNote(ASK, 'PINK'),
      resizeNote(ASK, { x: 0, y: 1, width: 1, height: 90 }),
    );

    expect(notesIn(state)).toEqual([
      { ...ask, colour: 'PINK', position: { x: 0, y: 1, width: 120, height: 90 } },
    ]);
    expect(notesIn(done(state, colourNote(ASK, 'YELLOW')))?.[0]).not.toHaveProperty('colour');
  });

  it('are moved together with steps', () => {
    const state = done(start(), drop(['look', ASK], { x: 40, y: 60 }, undefined));

    expect(notesIn(state)?.[0]?.position).toEqual({ x: 60, y: 360 });
    expect(definitionOf(state).nodes[0]?.position).toEqual({ x: 40, y: 60 });
  });

  it('are deleted, and without any the definition does not name them', () => {
    const state = done(selected(start(), [ASK, 'done']), actionOf('delete'));

    expect(definitionOf(state)).not.toHaveProperty('notes');
    expect(definitionOf(state).nodes.map((node) => node.id)).not.toContain('done');
    expect(state.history.present.label).toBe('Delete 1 step and 1 note');
  });

  it('are copied alone or with steps, and pasted under fresh names', () => {
    const copy = done(selected(start(), [ASK]), actionOf('copy'), actionOf('paste'));
    const elsewhere = done(start(EMPTY), pasteText(copy.clipboard ?? ''));

    expect(notesIn(copy)?.map(({ id, text }) => [id, text])).toEqual([
      ['ask', 'Ask Kim'],
      ['ask2', 'Ask Kim'],
    ]);
    expect(copy.selection).toEqual([noteKey('ask2')]);
    expect(notesIn(elsewhere)?.map((note) => note.id)).toEqual(['ask']);
  });

  it('are duplicated beside themselves', () => {
    const state = done(selected(start(), [ASK]), actionOf('duplicate'));

    expect(notesIn(state)?.[1]).toEqual({ ...ask, id: 'ask2', position: { x: 60, y: 420 } });
  });

  it('go along with the step that they are near when the steps are laid out anew', () => {
    const far = { ...sample, nodes: sample.nodes.map((node) => ({ ...node, position: { x: 0, y: 9000 } })) };
    const before = start({ ...far, notes: [{ ...ask, position: { x: 0, y: 9200 } }] });

    const state = done(before, actionOf('tidy'));

    const { nodes, notes } = definitionOf(state);
    expect(nodes.every((node) => (node.position?.y ?? 0) < 2000)).toBe(true);
    expect(notes?.[0]?.position.y).toBeLessThan(2500);
  });

  it('survive a proposal, which knows nothing of them', () => {
    expect(drawnLike(noted, sample).notes).toEqual([ask]);
  });

  it('differ by their first line', () => {
    const after = {
      ...noted,
      notes: [
        { ...ask, text: 'Ask Lee\nfirst' },
        { ...ask, id: 'new', text: '' },
      ],
    };

    expect(differences(noted, after)).toEqual([
      { kind: 'changed', words: 'Note “Ask Lee”', fields: ['text'] },
      { kind: 'added', words: 'Note “Empty note”', fields: [] },
    ]);
  });

  it('are refused as text when they have no place, or the id of another', () => {
    const withNotes = (...notes: unknown[]) => read(JSON.stringify({ ...sample, notes }));

    expect(read(textOf(noted))).toEqual({ definition: noted });
    expect(withNotes({ id: 'a', text: 'b' })).toMatchObject({ fault: /note to have/ });
    expect(withNotes(ask, ask)).toMatchObject({ fault: 'Two notes have the same id.' });
  });

  it('stand in rows under steps that are drawn otherwise than stored', () => {
    const notes = notesOf({ ...noted, notes: ['a', 'b', 'c'].map((id) => ({ ...ask, id })) });

    const placed = notesBelow(notes, [{ x: 100, y: 0, width: 600, height: 78 }]);

    expect(placed.map(({ box }) => [box.x, box.y])).toEqual([
      [100, 110],
      [372, 110],
      [100, 262],
    ]);
  });
});
