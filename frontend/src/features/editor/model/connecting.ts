import { edgeFrom, edgeId, handleOf, nodesById, parentOf, type Definition } from './steps';

export interface Link {
  source: string;
  handle: string;
  target: string;
}

/** Why two steps cannot be connected so, in a sentence; null if they can. */
export function refusalOf(definition: Definition, { source, handle, target }: Link): string | null {
  const byId = nodesById(definition);
  const from = byId.get(source);
  const to = byId.get(target);
  if (!from || !to) return 'There is no step here.';
  if (source === target) return 'A step cannot follow itself. Use Repeat to do it again.';
  if (parentOf(from) !== parentOf(to)) return wallRefusal(definition, source, target);
  if (
    definition.edges.some(
      (edge) => edge.source === source && handleOf(edge) === handle && edge.target === target,
    )
  )
    return 'These two are connected already.';
  if (reaches(definition, target, source))
    return 'That would go round in a circle. Put the steps into Repeat or For each instead.';
  return null;
}

function wallRefusal(definition: Definition, source: string, target: string): string {
  const byId = nodesById(definition);
  const inside = parentOf(byId.get(target)) ?? parentOf(byId.get(source)) ?? '';
  if (parentOf(byId.get(source)) === target) return 'A step inside a box cannot lead to the box itself.';
  if (parentOf(byId.get(target)) === source) return 'The box begins with its first step by itself.';
  const name = byId.get(inside)?.name ?? inside;
  return `A connection cannot go through the wall of “${name}”.`;
}

/** Whether a way leads from one step to another. */
export function reaches(definition: Definition, from: string, to: string): boolean {
  return downstreamOf(definition, from).has(to);
}

/** The steps that a step leads to, by whatever way. */
export function downstreamOf(definition: Definition, from: string): Set<string> {
  const targets = new Map<string, string[]>();
  for (const { source, target } of definition.edges) {
    const known = targets.get(source);
    if (known) known.push(target);
    else targets.set(source, [target]);
  }
  const found = new Set<string>();
  const waiting = [...(targets.get(from) ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(targets.get(id) ?? []));
  }
  return found;
}

export function connected(definition: Definition, link: Link): Definition {
  if (refusalOf(definition, link) !== null) return definition;
  return { ...definition, edges: [...definition.edges, edgeFrom(link.source, link.handle, link.target)] };
}

export function withoutEdges(definition: Definition, ids: ReadonlySet<string>): Definition {
  const edges = definition.edges.filter((edge) => !ids.has(edgeId(edge)));
  return edges.length === definition.edges.length ? definition : { ...definition, edges };
}
