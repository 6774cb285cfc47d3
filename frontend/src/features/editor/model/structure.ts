import { noteIdsOf } from './notes';
import { ancestorsOf, isContainer, nodesById, parentOf, type Definition } from './steps';

/** What no edit may ever bring about; the server checks the rest. */
export function structuralFaults(definition: Definition): string[] {
  const byId = nodesById(definition);
  const faults: string[] = [];
  if (byId.size !== definition.nodes.length) faults.push('Two steps have the same id.');
  if (noteIdsOf(definition).size !== (definition.notes ?? []).length)
    faults.push('Two notes have the same id.');
  for (const node of definition.nodes) {
    if (node.parent === undefined) continue;
    const around = byId.get(node.parent);
    if (!around || !isContainer(around.type))
      faults.push(`“${node.id}” is in “${node.parent}”, which holds no steps.`);
    if (ancestorsOf(byId, node.id).includes(node.id)) faults.push(`“${node.id}” is inside of itself.`);
  }
  for (const { source, target } of definition.edges) {
    const [from, to] = [byId.get(source), byId.get(target)];
    if (!from || !to)
      faults.push(`An edge leads from “${source}” to “${target}”, one of which does not exist.`);
    else if (parentOf(from) !== parentOf(to))
      faults.push(`The edge from “${source}” to “${target}” goes through a wall.`);
  }
  return faults;
}
