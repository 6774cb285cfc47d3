import type { WidgetProps } from '@/features/editor/inspector/widgets/widget-props';
import { Button } from '@/components/ui/button';

/** A number between two others. */
export function SliderWidget({ ids, schema, value, readOnly, onValue }: WidgetProps) {
  const min = typeof schema.minimum === 'number' ? schema.minimum : 0;
  const max = typeof schema.maximum === 'number' ? schema.maximum : 1;
  const held = typeof value === 'number' ? value : null;
  return (
    <div className="flex h-9 items-center gap-3">
      <input
        {...ids}
        type="range"
        min={min}
        max={max}
        step={(max - min) / 20}
        disabled={readOnly}
        value={held ?? (min + max) / 2}
        aria-valuetext={held === null ? 'not set' : String(held)}
        onChange={(event) => onValue(Number(event.target.value))}
        className="min-w-0 flex-1 accent-(--accent)"
      />
      <output htmlFor={ids.id} className="w-16 text-sm tabular-nums">
        {held ?? 'not set'}
      </output>
      {held !== null && !readOnly && (
        <Button variant="quiet" size="sm" onClick={() => onValue(undefined)}>
          Clear
        </Button>
      )}
    </div>
  );
}
