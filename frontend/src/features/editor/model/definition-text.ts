import { isObject } from '@/lib/json';
import { isNote } from './piece';
import { structuralFaults } from './structure';
import type { Definition } from './steps';

export type Read = { definition: Definition } | { fault: string; at: number | null };

export function textOf(definition: Definition): string {
  return JSON.stringify(definition, null, 2);
}

/** A definition that somebody writes as text, or why the canvas cannot show it. */
export function read(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: sentenceOf(error), at: placeOf(error) };
  }
  if (!isObject(value) || !Array.isArray(value.nodes) || !Array.isArray(value.edges))
    return { fault: 'Expected an object with “nodes” and “edges”.', at: null };
  const isStep = (node: unknown) =>
    isObject(node) && typeof node.id === 'string' && typeof node.type === 'string';
  if (!value.nodes.every(isStep))
    return { fault: 'Expected each step to have an “id” and a “type”.', at: null };
  const isEdge = (edge: unknown) =>
    isObject(edge) && typeof edge.source === 'string' && typeof edge.target === 'string';
  if (!value.edges.every(isEdge))
    return { fault: 'Expected each edge to have a “source” and a “target”.', at: null };
  if (value.notes !== undefined && !(Array.isArray(value.notes) && value.notes.every(isNote)))
    return { fault: 'Expected each note to have an “id”, a “text” and a “position”.', at: null };
  const definition = value as unknown as Definition;
  const [fault] = structuralFaults(definition);
  return fault === undefined ? { definition } : { fault, at: null };
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return `This is not JSON yet: ${message.replace(/ in JSON at position.*/s, '').replace(/^JSON\.parse: /, '')}.`;
}

function placeOf(error: unknown): number | null {
  const found = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return found === undefined ? null : Number(found);
}
