import type { ReactNode } from 'react';
import type { Graph, GraphNode } from '@/components/graph/model/graph';
import { StepIcon } from '@/components/graph/step-icon';
import { cx } from '@/lib/cx';

interface StepOutlineProps {
  graph: Graph;
  selected: string | null;
  onSelect: (nodeId: string | null) => void;
  aside?: (node: GraphNode) => ReactNode;
}

/** The steps as a list: the same thing as the canvas for small screens and screen readers. */
export function StepOutline({ graph, selected, onSelect, aside }: StepOutlineProps) {
  const inOrder = [...graph.nodes].sort((a, b) => a.box.x - b.box.x || a.box.y - b.box.y);
  return (
    <ol>
      {inOrder.map((node) => (
        <li key={node.id} className="border-b last:border-b-0">
          <button
            type="button"
            aria-pressed={selected === node.id}
            onClick={() => onSelect(selected === node.id ? null : node.id)}
            className={cx(
              'flex w-full items-center gap-3 px-4 py-2.5 text-left transition-colors hover:bg-hover/60 focus-visible:-outline-offset-2',
              selected === node.id && 'bg-accent-soft hover:bg-accent-soft',
            )}
          >
            <StepIcon category={node.category} icon={node.icon} className="size-8" />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{node.name}</span>
              <span className="block truncate text-sm text-ink-faint">{node.does}</span>
            </span>
            {aside?.(node)}
          </button>
        </li>
      ))}
    </ol>
  );
}
