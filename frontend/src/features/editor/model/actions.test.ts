import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, actionOf, pasteText } from '@/features/editor/model/actions';
import { copied, pasted } from '@/features/editor/model/copying';
import {
  connect,
  drop,
  addStep,
  moveInto,
  rename,
  replace,
  resize,
  setNote,
} from '@/features/editor/model/edits';
import { catalogue, sample, stepTypes } from '@/features/editor/model/editor-samples';
import {
  definitionOf,
  opened,
  selected,
  type EditAction,
  type EditorState,
} from '@/features/editor/model/editor-state';
import { undone } from '@/features/editor/model/history';
import { addNote, resizeNote, writeNote } from '@/features/editor/model/note-edits';
import { noteBoxes } from '@/features/editor/model/notes';
import { handlesOf } from '@/features/editor/model/handles';
import { structuralFaults } from '@/features/editor/model/structure';
import { edgeId, EMPTY, type Definition } from '@/features/editor/model/steps';

const start = (definition: Definition = sample) => opened(definition, catalogue, false);
const idsOf = (state: EditorState) => definitionOf(state).nodes.map((node) => node.id);
const type = (name: string) => catalogue.get(name)!;

function done(state: EditorState, ...actions: EditAction[]): EditorState {
  return actions.reduce((now, action) => (action.isEnabled(now) ? action.perform(now) : now), state);
}

/** Any edit that the editor offers, chosen by numbers so that it fits whatever the definition has become. */
const anyEdit = fc
  .tuple(fc.nat(17), fc.nat(999), fc.nat(999), fc.integer({ min: -400, max: 900 }))
  .map(([kind, first, second, distance]) => (state: EditorState): EditorState => {
    const { nodes, edges } = definitionOf(state);
    const pick = <T>(list: readonly T[], number: number): T | undefined =>
      list[number % Math.max(1, list.length)];
    const [a, b] = [pick(nodes, first), pick(nodes, second)];
    const note = pick([...noteBoxes(definitionOf(state)).keys()], first);
    const edge = pick(edges, first);
    const stepType = pick(stepTypes, second)!;
    const one = (action: EditAction) => done(state, action);
    switch (kind) {
      case 0:
        return one(addStep(stepType, { kind: 'free', at: { x: distance, y: distance }, parent: null }));
      case 1:
        return edge ? one(addStep(stepType, { kind: 'on', edge: edgeId(edge) })) : state;
      case 2: {
        const handle = a && pick(handlesOf(a, catalogue.get(a.type)), second);
        return a && handle
          ? one(addStep(stepType, { kind: 'after', source: a.id, handle: handle.id }))
          : state;
      }
      case 3:
        return a && b ? one(connect({ source: a.id, handle: 'out', target: b.id })) : state;
      case 4:
        return a && b ? one(moveInto([a.id], b.id)) : state;
      case 5:
        return a ? one(moveInto([a.id], null)) : state;
      case 6:
        return a ? one(drop([a.id, b?.id ?? a.id], { x: distance, y: -distance }, b?.id)) : state;
      case 7:
        return a ? one(rename(a.id, `${a.id}-${second}`)) : state;
      case 8:
        return a ? one(resize(a.id, { x: distance, y: 0, width: 100 + first, height: 100 + second })) : state;
      case 9:
        return a ? one(setNote(a.id, `note ${second}`)) : state;
      case 10:
        return selected(
          state,
          [a?.id, b?.id, note].flatMap((id) => id ?? []),
          edge ? [edgeId(edge)] : [],
        );
      case 11:
        return done(state, actionOf('copy'), actionOf('paste'));
      case 12:
        return a ? one(addStep(stepType, { kind: 'before', target: a.id })) : state;
      case 13:
        return one(addNote({ x: distance, y: first }));
      case 14:
        return note === undefined ? state : one(writeNote(note, `text ${second}`));
      case 15:
        return note === undefined
          ? state
          : one(resizeNote(note, { x: distance, y: 0, width: first, height: second }));
      case 16:
        return note === undefined ? state : one(drop([note], { x: distance, y: first }, undefined));
      default:
        return one(pick(ACTIONS, first)!);
    }
  });

describe('edit actions', () => {
  it('are all taken back by as many undos', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
        const begin = start();

        const end = edits.filter((edit) => !isUndo(edit, begin)).reduce((state, edit) => edit(state), begin);

        let { history } = end;
        while (history.past.length > 0) history = undone(history);
        expect(history.present.definition).toEqual(definitionOf(begin));
      }),
      { numRuns: 150 },
    );
  });

  it('leave ids unique, containers whole, and edges between steps of one container', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
        let state = start();
        for (const edit of edits) {
          state = edit(state);
          expect(structuralFaults(definitionOf(state))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('give back what was done when it is done again', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 10 }), (edits) => {
        const end = edits.reduce((state, edit) => edit(state), start());
        const past = end.history.past.length;

        let state = end;
        for (let i = 0; i < past; i += 1) state = actionOf('undo').perform(state);
        for (let i = 0; i < past; i += 1) state = actionOf('redo').perform(state);

        expect(definitionOf(state)).toEqual(definitionOf(end));
      }),
      { numRuns: 60 },
    );
  });

  it('change nothing for somebody who may only look', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 15 }), (edits) => {
        const begin = opened(sample, catalogue, true);

        const end = edits.reduce((state, edit) => edit(state), begin);

        expect(definitionOf(end)).toBe(definitionOf(begin));
      }),
      { numRuns: 60 },
    );
  });

  const isUndo = (edit: (state: EditorState) => EditorState, begin: EditorState) =>
    edit(begin).history.past.length < begin.history.past.length;
});

describe('export and import', () => {
  it('are the identity for a definition written as text', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 15 }), (edits) => {
        const definition = definitionOf(edits.reduce((state, edit) => edit(state), start()));

        const read = JSON.parse(JSON.stringify(definition)) as Definition;

        expect(definitionOf(opened(read, catalogue, false))).toEqual(read);
      }),
      { numRuns: 60 },
    );
  });

  it('keep steps that are copied into an empty workflow as they are', () => {
    const text = copied(
      sample,
      sample.nodes.map((node) => node.id),
    );

    const result = pasted(EMPTY, text, { x: 0, y: 0 }, null);

    expect(result?.definition.nodes).toEqual(sample.nodes);
    expect(result?.definition.edges).toEqual(sample.edges);
  });

  it('call pasted steps by fresh names in their own expressions too', () => {
    const state = done(selected(start(), ['look', 'urgent']), actionOf('copy'), actionOf('paste'));

    const copy = definitionOf(state).nodes.find((node) => node.id === 'urgent2');

    expect(copy?.config).toEqual({ condition: '{{ steps.look2.output.urgent }}' });
    expect(definitionOf(state).edges).toContainEqual({ source: 'look2', target: 'urgent2' });
    expect(state.selection).toEqual(['look2', 'urgent2']);
  });

  it('refuse a text that holds no steps', () => {
    const state = start();

    expect(pasteText('hello').perform(state)).toBe(state);
    expect(pasteText('{"nodes":[{"id":"1"}],"edges":[]}').perform(state)).toBe(state);
  });
});

describe('single edits', () => {
  it('insert a step on an edge and make room behind it', () => {
    const state = done(start(), addStep(type('flow.wait'), { kind: 'on', edge: 'look:out>urgent' }));
    const { edges, nodes } = definitionOf(state);

    expect(edges).toContainEqual({ source: 'look', target: 'wait' });
    expect(edges).toContainEqual({ source: 'wait', target: 'urgent' });
    expect(edges).not.toContainEqual({ source: 'look', target: 'urgent' });
    const x = (id: string) => nodes.find((node) => node.id === id)!.position!.x;
    expect(x('wait')).toBeLessThan(x('urgent') - 208);
    expect(x('hold') - x('ask')).toBe(300);
  });

  it('refuse to insert a step that leads nowhere', () => {
    const state = start();

    expect(addStep(type('flow.end'), { kind: 'on', edge: 'look:out>urgent' }).perform(state)).toBe(state);
  });

  it('join the ends when one step of a line is deleted', () => {
    const state = done(selected(start(), ['each']), actionOf('delete'));

    expect(idsOf(state)).toEqual(['look', 'urgent', 'done']);
    expect(definitionOf(state).edges).toContainEqual({
      source: 'urgent',
      sourceHandle: 'true',
      target: 'done',
    });
  });

  it('rename a step in edges, boxes and expressions, but not in what only looks like it', () => {
    const quoted = {
      ...sample.nodes[1]!,
      config: { condition: "{{ 'steps.look' & steps.look.output & steps.looks }}" },
    };
    const definition = { ...sample, nodes: [sample.nodes[0]!, quoted, ...sample.nodes.slice(2)] };

    const state = done(start(definition), rename('look', 'first-look'), rename('each', 'all'));
    const { nodes, edges } = definitionOf(state);

    expect(nodes[1]?.config).toEqual({
      condition: "{{ 'steps.look' & steps.`first-look`.output & steps.looks }}",
    });
    expect(nodes.find((node) => node.id === 'ask')?.parent).toBe('all');
    expect(edges[0]).toEqual({ source: 'first-look', target: 'urgent' });
  });

  it('give a new step only such settings as reach nobody', () => {
    const state = done(
      start(EMPTY),
      addStep(type('flow.wait'), { kind: 'free', at: { x: 0, y: 0 }, parent: null }),
      addStep(type('human.task'), { kind: 'after', source: 'wait', handle: 'out' }),
      addStep(type('email.send'), { kind: 'after', source: 'task', handle: 'timeout' }),
    );

    expect(definitionOf(state).nodes.map((node) => node.config)).toEqual([
      { duration: 'P2D' },
      { role: 'SALES' },
      {},
    ]);
    expect(definitionOf(state).edges).toEqual([
      { source: 'wait', target: 'task' },
      { source: 'task', sourceHandle: 'timeout', target: 'send' },
    ]);
  });

  it('let a box grow with what is put into it, and what is beside it gives way', () => {
    const before = definitionOf(start()).nodes.find((node) => node.id === 'done')!.position!.x;

    const state = done(start(), addStep(type('flow.wait'), { kind: 'after', source: 'hold', handle: 'out' }));

    const after = definitionOf(state).nodes.find((node) => node.id === 'done')!.position!.x;
    expect(definitionOf(state).nodes.at(-1)?.parent).toBe('each');
    expect(after).toBeGreaterThan(before);
  });

  it('take a step out of its box, and cut the connections through the wall', () => {
    const state = done(selected(start(), ['hold']), actionOf('move-out'));

    expect(definitionOf(state).nodes.find((node) => node.id === 'hold')?.parent).toBeUndefined();
    expect(definitionOf(state).edges).not.toContainEqual({ source: 'ask', target: 'hold' });
  });

  it('align and space steps evenly', () => {
    const spots: Definition = {
      ...EMPTY,
      nodes: [0, 1, 2].map((index) => ({
        id: `s${index}`,
        type: 'flow.wait',
        position: { x: index * 500 + index * index * 40, y: index * 30 },
      })),
    };
    const state = done(
      selected(start(spots), ['s0', 's1', 's2']),
      actionOf('align-top'),
      actionOf('distribute-across'),
    );

    expect(definitionOf(state).nodes.map((node) => node.position)).toEqual([
      { x: 0, y: 0 },
      { x: 580, y: 0 },
      { x: 1160, y: 0 },
    ]);
  });

  it('undo letters of one field together', () => {
    const typed = ['C', 'Ca', 'Call'].map((name) =>
      replace(
        { ...sample, nodes: sample.nodes.map((n) => (n.id === 'look' ? { ...n, name } : n)) },
        'Name',
        'name:look',
      ),
    );

    const state = done(start(), ...typed, actionOf('undo'));

    expect(definitionOf(state).nodes[0]?.name).toBe('Look');
  });
});
