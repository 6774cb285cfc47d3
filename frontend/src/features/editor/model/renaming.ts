import { renameRefusal } from './names';
import { withRenamed } from './references';
import type { Definition } from './steps';

/** Calls a step otherwise, wherever it is mentioned: edges, containers and expressions. */
export function renamed(definition: Definition, from: string, to: string): Definition {
  if (from === to || renameRefusal(definition, from, to) !== null) return definition;
  const name = (id: string) => (id === from ? to : id);
  const { nodes, edges, ...rest } = withRenamed(definition, new Map([[from, to]]));
  return {
    ...rest,
    nodes: nodes.map((node) => ({
      ...node,
      id: name(node.id),
      ...(node.parent === undefined ? {} : { parent: name(node.parent) }),
    })),
    edges: edges.map((edge) => ({ ...edge, source: name(edge.source), target: name(edge.target) })),
  };
}
