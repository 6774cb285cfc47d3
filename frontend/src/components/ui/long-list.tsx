import { useCallback, useRef, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';

interface LongListProps<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => string;
  /** About how high an item is, in pixels, before it is measured. */
  height: number;
  children: (item: T) => ReactNode;
}

/** Up to this many are laid out at once: nothing is gained by less. */
const SHORT = 100;

/** A list of any length: of a long one only what is in sight is there. */
export function LongList<T>({ label, items, keyOf, height, children }: LongListProps<T>) {
  if (items.length > SHORT)
    return (
      <Windowed label={label} items={items} keyOf={keyOf} height={height}>
        {children}
      </Windowed>
    );
  return (
    <ol aria-label={label}>
      {items.map((item) => (
        <li key={keyOf(item)} className="border-b last:border-b-0">
          {children(item)}
        </li>
      ))}
    </ol>
  );
}

function Windowed<T>({ label, items, keyOf, height, children }: LongListProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  // Another function would have every item measured anew.
  const getItemKey = useCallback((index: number) => keyOf(items[index] as T), [items, keyOf]);
  // The compiler of React cannot keep what this hook gives; nothing here is kept by it.
  // eslint-disable-next-line react-hooks/incompatible-library
  const window = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    getItemKey,
    overscan: 8,
  });
  return (
    <div ref={box} className="max-h-[70vh] overflow-y-auto" tabIndex={0} role="group" aria-label={label}>
      {/* What is scrolled into sight was there before: it does not appear. */}
      <ol className="relative [&_.animate-appear]:animate-none" style={{ height: window.getTotalSize() }}>
        {window.getVirtualItems().map((row) => (
          <li
            key={row.key}
            ref={window.measureElement}
            data-index={row.index}
            aria-setsize={items.length}
            aria-posinset={row.index + 1}
            className="absolute inset-x-0 top-0 border-b"
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {children(items[row.index] as T)}
          </li>
        ))}
      </ol>
    </div>
  );
}
