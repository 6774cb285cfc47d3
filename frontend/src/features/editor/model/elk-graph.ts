import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { Box, Size } from './geometry';
import { GAP, SMALLEST, snapped, WALL } from './geometry';
import { byParent, edgeId, handleOf, isContainer, nodesById, parentOf, type Definition } from './steps';
import { notesAlong } from './notes';
import { placed } from './settle';
import type { WorkflowNode } from '@/lib/definition';

const ROOT = 'root';

/** The definition as ELK takes it: boxes in boxes, each way on at its place on the card's right side. */
export function elkGraphOf(
  definition: Definition,
  sizes: ReadonlyMap<string, Size>,
  waysOf: (node: WorkflowNode) => string[],
): ElkNode {
  const children = byParent(definition);
  const visit = (node: WorkflowNode): ElkNode => {
    const held = children.get(node.id) ?? [];
    const { width, height } = sizes.get(node.id) ?? SMALLEST;
    const ports = waysOf(node).map((handle, index) => ({
      id: `${node.id}:${handle}`,
      layoutOptions: { 'port.side': 'EAST', 'port.index': String(index) },
    }));
    if (!isContainer(node.type))
      return { id: node.id, width, height, ports, layoutOptions: { portConstraints: 'FIXED_ORDER' } };
    return {
      id: node.id,
      ...(held.length === 0 ? SMALLEST : {}),
      children: held.map(visit),
      edges: edgesIn(definition, node.id),
      layoutOptions: {
        ...LAYERS,
        'elk.padding': `[top=${WALL.top},left=${WALL.left},bottom=${WALL.bottom},right=${WALL.right}]`,
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${SMALLEST.width},${SMALLEST.height})`,
      },
    };
  };
  return {
    id: ROOT,
    children: (children.get(null) ?? []).map(visit),
    edges: edgesIn(definition, null),
    layoutOptions: LAYERS,
  };
}

const LAYERS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.x),
  'elk.spacing.nodeNode': String(GAP.y),
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
};

function edgesIn(definition: Definition, parent: string | null): ElkExtendedEdge[] {
  const byId = nodesById(definition);
  return definition.edges
    .filter(
      (edge) => byId.has(edge.target) && byId.has(edge.source) && parentOf(byId.get(edge.source)) === parent,
    )
    .map((edge) => ({
      id: edgeId(edge),
      sources: [
        isContainer(byId.get(edge.source)?.type ?? '') ? edge.source : `${edge.source}:${handleOf(edge)}`,
      ],
      targets: [edge.target],
    }));
}

/** The definition with the places that ELK found. */
export function withElkPlaces(definition: Definition, laid: ElkNode): Definition {
  const boxes = new Map<string, Box>();
  const visit = (node: ElkNode, x: number, y: number) => {
    for (const child of node.children ?? []) {
      const at = { x: snapped(x + (child.x ?? 0)), y: snapped(y + (child.y ?? 0)) };
      boxes.set(child.id, { ...at, width: child.width ?? 0, height: child.height ?? 0 });
      visit(child, at.x, at.y);
    }
  };
  visit(laid, 0, 0);
  const nodes = definition.nodes.map((node) => placed(node, boxes.get(node.id)));
  return notesAlong(definition, { ...definition, nodes });
}
