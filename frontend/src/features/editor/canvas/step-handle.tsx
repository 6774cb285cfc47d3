import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { handleY } from '@/features/editor/canvas/elements';
import { useCommands } from '@/features/editor/editor-context';
import type { ViewHandle, ViewStep } from '@/features/editor/model/view';
import { cx } from '@/lib/cx';

interface StepHandleProps {
  step: ViewStep;
  handle: ViewHandle;
}

/** A way on: drag from it to connect; while nothing follows it is a "+" that adds the next step. */
export function StepHandle({ step, handle }: StepHandleProps) {
  const { pick, readOnly } = useCommands();
  const { isError, isOpen } = handle;
  const offers = isOpen && !readOnly;
  return (
    <Handle
      id={handle.id}
      type="source"
      position={isError ? Position.Bottom : Position.Right}
      isConnectable={!readOnly}
      title={offers ? `Add a step: ${handle.label}` : handle.label}
      style={isError ? { left: 'auto', right: 32 } : { top: handleY(step, handle) }}
      className={cx(
        'step-handle',
        isError && 'step-handle-error',
        offers ? 'step-handle-open' : 'step-handle-used',
        isError && isOpen && 'step-handle-quiet',
      )}
      onClick={(event) => {
        if (!offers) return;
        event.stopPropagation();
        pick({
          place: { kind: 'after', source: step.id, handle: handle.id },
          at: { x: event.clientX, y: event.clientY },
        });
      }}
    >
      {offers && <Plus className="pointer-events-none size-3" strokeWidth={2.5} aria-hidden />}
    </Handle>
  );
}
