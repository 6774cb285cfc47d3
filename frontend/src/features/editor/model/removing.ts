import { noteKey } from '@/components/graph/model/notes';
import { connected, withoutEdges } from './connecting';
import { withNotes } from './notes';
import { handleOf, withInside, type Definition } from './steps';

/** Removes steps with all that is inside, notes, and edges; the ends that one step in a line leaves are joined. */
export function removed(
  definition: Definition,
  ids: readonly string[],
  edgeIds: readonly string[],
): Definition {
  const gone = withInside(definition, ids);
  const notes = (definition.notes ?? []).filter((note) => !gone.has(noteKey(note.id)));
  const without = {
    ...withNotes(withoutEdges(definition, new Set(edgeIds)), notes),
    nodes: definition.nodes.filter((node) => !gone.has(node.id)),
  };
  const kept = {
    ...without,
    edges: without.edges.filter((edge) => !gone.has(edge.source) && !gone.has(edge.target)),
  };
  return ids.length === 1 && edgeIds.length === 0 ? joined(definition, kept, ids[0] ?? '') : kept;
}

function joined(before: Definition, kept: Definition, id: string): Definition {
  const onward = before.edges.filter((edge) => edge.source === id && handleOf(edge) !== 'error');
  const [only] = onward;
  if (onward.length !== 1 || !only) return kept;
  return before.edges
    .filter((edge) => edge.target === id)
    .reduce(
      (result, edge) =>
        connected(result, { source: edge.source, handle: handleOf(edge), target: only.target }),
      kept,
    );
}
