import { isId } from './names';
import type { WorkflowEdge, WorkflowNode, WorkflowNote } from '@/lib/definition';
import { isObject, type JsonValue } from '@/lib/json';

/** What is copied of a workflow. */
export interface Piece {
  nodes: WorkflowNode[];
  edges: WorkflowEdge[];
  notes: WorkflowNote[];
}

/** The steps and notes in a text: what was copied, a definition, or an exported workflow. */
export function pieceIn(text: string): Piece | null {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
  const piece = isObject(value) && isObject(value.definition) ? value.definition : value;
  if (!isObject(piece) || !Array.isArray(piece.nodes)) return null;
  const nodes: WorkflowNode[] = (piece.nodes as unknown[]).filter(isNode);
  const edges: WorkflowEdge[] = Array.isArray(piece.edges) ? (piece.edges as unknown[]).filter(isEdge) : [];
  const notes: WorkflowNote[] = Array.isArray(piece.notes) ? (piece.notes as unknown[]).filter(isNote) : [];
  const isWhole = nodes.length === piece.nodes.length && nodes.length + notes.length > 0;
  return isWhole ? { nodes, edges, notes } : null;
}

function isNode(value: unknown): value is WorkflowNode {
  return isObject(value) && typeof value.id === 'string' && isId(value.id) && typeof value.type === 'string';
}

export function isNote(value: unknown): value is WorkflowNote {
  if (!isObject(value) || !isObject(value.position)) return false;
  const { id, text, position } = value;
  return (
    typeof id === 'string' &&
    isId(id) &&
    typeof text === 'string' &&
    typeof position.x === 'number' &&
    typeof position.y === 'number'
  );
}

function isEdge(value: unknown): value is WorkflowEdge {
  return isObject(value) && typeof value.source === 'string' && typeof value.target === 'string';
}
