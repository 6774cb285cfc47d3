import { memo } from 'react';
import { Handle, Position, useStore, type Node, type NodeProps } from '@xyflow/react';
import { categoryColour, StepIcon } from '@/components/graph/step-icon';
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

export type CardNode = Node<CardData, 'card' | 'box'>;

const RING: Partial<Record<NodeState['status'], string>> = {
  RUNNING: 'border-running',
  RETRYING: 'border-waiting',
  COMPLETED: 'border-completed',
  FAILED: 'border-failed',
};

export function isIdle({ state }: CardData): boolean {
  return state?.status === 'SKIPPED' || state?.status === 'NOT_REACHED' || state?.status === 'CANCELLED';
}

/** The border that tells how far a step got, or that something is wrong with it. */
export function ringOf(data: CardData): string | undefined {
  const { state, problem } = data;
  if (isIdle(data)) return 'border-dashed border-line-strong';
  return state ? RING[state.status] : problem ? 'border-failed' : 'border-line-strong';
}

/** Seen from far off a card shows its name alone, in letters that can still be read. */
const FAR: { below: number; name: string; mark: string }[] = [
  { below: 0.38, name: 'line-clamp-2 text-[30px] leading-8', mark: '-top-9 h-10 px-3 text-[22px]' },
  { below: 0.5, name: 'line-clamp-2 text-2xl leading-7', mark: '-top-7.5 h-9 px-3 text-lg' },
  { below: 0.72, name: 'line-clamp-3 text-[19px] leading-[22px]', mark: '-top-6 h-8 px-2.5 text-base' },
];

/** One step on the canvas: what kind it is, its name, what it does, and how far it got. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CardNode>) {
  const { node, state, direction } = data;
  const far = FAR[useStore((store) => FAR.findIndex((level) => store.transform[2] < level.below))];
  const [target, source] =
    direction === 'down' ? [Position.Top, Position.Bottom] : [Position.Left, Position.Right];
  return (
    <div
      style={CARD}
      title={`${node.name}: ${node.does}`}
      className={cx(
        'flex items-center gap-2.5 rounded-lg border px-2.5 transition-colors duration-150',
        ringOf(data),
        isIdle(data) ? 'bg-sunken' : 'bg-surface',
        selected && 'outline-2 outline-offset-2 outline-accent-ink',
      )}
    >
      <Handle type="target" position={target} isConnectable={false} className="invisible!" />
      {far && (
        <span
          aria-hidden
          className={cx('h-1/2 w-1.5 shrink-0 rounded-full bg-current', categoryColour(node.category))}
        />
      )}
      {!far && <StepIcon category={node.category} icon={node.icon} className="size-8" />}
      <div className="min-w-0 flex-1">
        <p className={cx('font-medium', far ? far.name : 'line-clamp-2 leading-[18px]')}>{node.name}</p>
        {!far && <p className="mt-0.5 truncate text-xs text-ink-faint">{node.does}</p>}
      </div>
      {state && <StateMark state={state} look={far?.mark ?? '-top-3 h-6 px-2 text-xs'} />}
      <Handle type="source" position={source} isConnectable={false} className="invisible!" />
    </div>
  );
});

export function StateMark({ state, look }: { state: NodeState; look: string }) {
  const { word, tone, icon: Icon, moves } = STATUS[state.status];
  if (state.status === 'PENDING') return null;
  return (
    <span
      className={cx(
        'absolute right-2 inline-flex animate-appear items-center gap-1 rounded-full border border-surface font-medium',
        look,
        TONE[tone],
      )}
    >
      <Icon className={cx('size-[1.2em]', moves && 'animate-turn')} aria-hidden />
      {word}
      {state.attempts > 1 && ` · attempt ${state.attempts}`}
    </span>
  );
}
