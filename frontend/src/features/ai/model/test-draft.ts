import { objectIn, sampleOf } from './words';
import type { Prompt, PromptCase, PromptCaseResult, PromptRun, StoredPromptCase } from '@/lib/ai-types';

/** A test as a person types it: lists one line each, objects as JSON. */
export interface TestDraft {
  name: string;
  variables: string;
  contains: string;
  excludes: string;
  label: string;
  exactly: string;
  fields: string;
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

export function newDraft(prompt: Prompt): TestDraft {
  return {
    name: '',
    variables: json(sampleOf(prompt.content)),
    contains: '',
    excludes: '',
    label: '',
    exactly: '',
    fields: '',
  };
}

export function draftOf({ name, variables, expect }: PromptCase): TestDraft {
  return {
    name,
    variables: json(variables),
    contains: (expect.contains ?? []).join('\n'),
    excludes: (expect.excludes ?? []).join('\n'),
    label: expect.label ?? '',
    exactly: expect.exactly ?? '',
    fields: expect.fields === undefined ? '' : json(expect.fields),
  };
}

/** The test that was typed; what the form does not show stays as it was. Null while something is no JSON. */
export function testOf(draft: TestDraft, before: PromptCase | undefined): PromptCase | null {
  const variables = objectIn(draft.variables);
  const fields = draft.fields.trim() === '' ? undefined : objectIn(draft.fields);
  if (variables === null || fields === null) return null;
  return {
    ...before,
    name: draft.name.trim(),
    variables,
    expect: {
      ...before?.expect,
      exactly: filled(draft.exactly),
      contains: lines(draft.contains),
      excludes: lines(draft.excludes),
      label: filled(draft.label),
      fields,
    },
  };
}

const filled = (text: string) => (text.trim() === '' ? undefined : text);

function lines(text: string): string[] | undefined {
  const kept = text.split('\n').filter((line) => line.trim() !== '');
  return kept.length === 0 ? undefined : kept;
}

/** What the last run found of a test; nothing if the test was added or changed after it. */
export function resultOf(test: StoredPromptCase, run: PromptRun | undefined): PromptCaseResult | undefined {
  return run === undefined || Date.parse(run.startedAt) < Date.parse(test.changedAt)
    ? undefined
    : run.results.find(({ id }) => id === test.id);
}

/** What a test expects, as sentences; none: each answer will do. */
export function expectationsInWords({ expect }: PromptCase): string[] {
  return [
    ...(expect.exactly === undefined ? [] : [`Is exactly “${expect.exactly}”`]),
    ...(expect.contains ?? []).map((part) => `Contains “${part}”`),
    ...(expect.excludes ?? []).map((part) => `Does not contain “${part}”`),
    ...(expect.label === undefined ? [] : [`Is “${expect.label}”`]),
    ...Object.entries(expect.fields ?? {}).map(([name, value]) => `${name} is ${JSON.stringify(value)}`),
    ...(expect.schema === undefined ? [] : ['Fits its schema']),
  ];
}

/** "/expect/fields/urgency" as people say it. */
export const placeInWords = (pointer: string) =>
  pointer.startsWith('/expect/fields/')
    ? pointer.slice('/expect/fields/'.length).replaceAll('/', ' → ')
    : pointer.startsWith('/variables/')
      ? pointer.slice('/variables/'.length)
      : '';
