import { describe, expect, it } from 'vitest';
import { addStep } from '@/features/editor/model/edits';
import { catalogue, sample, stepTypes } from '@/features/editor/model/editor-samples';
import { definitionOf, opened } from '@/features/editor/model/editor-state';
import { givenByStart } from '@/features/editor/model/starting';
import type { EventType, StepType } from '@/lib/api-types';
import type { Trigger } from '@/lib/definition';

const event = (type: string, category: string, properties: object) =>
  ({ type, category, schema: { type: 'object', properties }, example: {} }) as unknown as EventType;
const emails = { type: 'array', items: { type: 'object', properties: { value: { type: 'string' } } } };
const booked = event('booked', 'service', { person: { type: 'object', properties: { emails } } });
const published = event('published', 'service', { campaign: { type: 'string' } });
const on = (...types: EventType[]): Trigger[] =>
  types.map(({ type }) => ({ id: type, type: 'event' as const, eventType: type }));

const mail = {
  ...catalogue.get('email.send')!,
  configSchema: { required: ['to'], properties: { to: {}, subject: {}, person: {} } },
  example: { to: '{{ input.person.emails[0].value }}', subject: 'Hello {{ input.person.firstName }}' },
} as StepType;
const task = catalogue.get('human.task')!;
const given = (type: StepType, ...events: EventType[]) =>
  givenByStart(type, { ...sample, triggers: on(...events) }, { stepTypes, eventTypes: [booked, published] });

describe('what a new step is given by what starts the workflow', () => {
  it('is the address of the person that the event is about, and that person', () => {
    expect(given(mail, booked)).toEqual({
      to: '{{ input.person.emails[0].value }}',
      person: '{{ input.person }}',
    });
  });

  it('is nothing that one of the starts does not bring', () => {
    expect(given(mail, booked, published)).toEqual({});
    expect(given(mail)).toEqual({});
  });

  it('is the role that works on such events', () => {
    expect(given(task, booked, published)).toEqual({ role: 'SERVICE' });
    expect(given(task)).toEqual({});
  });

  it('comes before the examples of the step type', () => {
    const state = addStep(
      task,
      { kind: 'free', at: { x: 0, y: 0 }, parent: null },
      { role: 'SERVICE' },
    ).perform(opened(sample, catalogue, false));

    expect(definitionOf(state).nodes.at(-1)?.config).toEqual({ role: 'SERVICE' });
  });
});
