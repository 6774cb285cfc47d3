import { memo } from 'react';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { StepIcon } from '@/components/graph/step-icon';
import { CARD, type Direction } from '@/components/graph/model/layout';
import type { GraphNode } from '@/components/graph/model/graph';
import type { NodeState } from '@/components/graph/model/states';
import { STATUS } from '@/components/status/status-badge';
import { TONE } from '@/components/ui/badge';
import { cx } from '@/lib/cx';

export interface CardData extends Record<string, unknown> {
  node: GraphNode;
  state: NodeState | null;
  problem: boolean;
  direction: Direction;
}

export type CardNode = Node<CardData, 'card'>;

const RING: Partial<Record<NodeState['status'], string>> = {
  RUNNING: 'border-running',
  RETRYING: 'border-waiting',
  COMPLETED: 'border-completed/50',
  FAILED: 'border-failed',
};

/** One step on the canvas: what kind it is, its name, what it does, and how far it got. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CardNode>) {
  const { node, state, problem, direction } = data;
  const idle =
    state?.status === 'SKIPPED' || state?.status === 'NOT_REACHED' || state?.status === 'CANCELLED';
  const [target, source] =
    direction === 'down' ? [Position.Top, Position.Bottom] : [Position.Left, Position.Right];
  return (
    <div
      style={CARD}
      className={cx(
        'flex items-center gap-3 rounded-lg border bg-surface px-3 transition-colors duration-150',
        state ? RING[state.status] : problem ? 'border-failed' : 'border-line-strong',
        idle && 'border-dashed bg-sunken',
        selected && 'outline-2 outline-offset-2 outline-accent-ink',
      )}
    >
      <Handle type="target" position={target} isConnectable={false} className="invisible!" />
      <StepIcon category={node.category} icon={node.icon} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={node.name}>
          {node.name}
        </p>
        <p className="truncate text-sm text-ink-faint" title={node.does}>
          {node.does}
        </p>
      </div>
      {state && <StateMark state={state} />}
      <Handle type="source" position={source} isConnectable={false} className="invisible!" />
    </div>
  );
});

function StateMark({ state }: { state: NodeState }) {
  const { word, tone, icon: Icon, moves } = STATUS[state.status];
  return (
    <span
      className={cx(
        'absolute -top-3 right-2.5 inline-flex h-6 animate-appear items-center gap-1 rounded-full border border-surface px-2 text-xs font-medium',
        TONE[tone],
      )}
    >
      <Icon className={cx('size-3.5', moves && 'animate-turn')} aria-hidden />
      {word}
      {state.attempts > 1 && ` · attempt ${state.attempts}`}
    </span>
  );
}
