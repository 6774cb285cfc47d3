import { memo } from 'react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { ContainerHead } from '@/components/graph/container-head';
import { HEAD } from '@/components/graph/model/boxes';
import { isIdle, ringOf, StateMark, type CardNode } from '@/components/graph/node-card';
import { cx } from '@/lib/cx';

/** A loop, a group or a race around the steps that it holds. */
export const NodeBox = memo(function NodeBox({ data, selected }: NodeProps<CardNode>) {
  const { node, state } = data;
  const { width, height } = node.box;
  return (
    <div
      style={{ width, height }}
      className={cx(
        'rounded-xl border transition-colors duration-150',
        ringOf(data),
        isIdle(data) ? 'bg-sunken' : 'bg-surface/60',
        selected && 'outline-2 outline-offset-2 outline-accent-ink',
      )}
    >
      <Handle
        type="target"
        position={Position.Left}
        isConnectable={false}
        style={{ top: HEAD / 2 }}
        className="invisible!"
      />
      <ContainerHead step={node} />
      {state && <StateMark state={state} look="-top-3 h-6 px-2 text-xs" />}
      <Handle
        type="source"
        position={Position.Right}
        isConnectable={false}
        style={{ top: HEAD / 2 }}
        className="invisible!"
      />
    </div>
  );
});
