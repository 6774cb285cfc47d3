import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Row, Table } from '@/components/ui/table';

interface LongTableProps<T> {
  caption: string;
  head: { label: string; className?: string; content?: ReactNode }[];
  items: T[];
  keyOf: (item: T) => string;
  stacks?: boolean;
  /** About how high a row is, in pixels, before it is measured. */
  height: number;
  children: (item: T) => ReactNode;
}

/** Up to this many rows are laid out at once: nothing is gained by less. */
const SHORT = 100;

/** A table of any length that scrolls with the page: of a long one only what is in sight is there. */
export function LongTable<T>(props: LongTableProps<T>) {
  const { caption, head, stacks, items, keyOf, children } = props;
  if (items.length > SHORT) return <Windowed {...props} />;
  return (
    <Table caption={caption} head={head} stacks={stacks}>
      {items.map((item) => (
        <Row key={keyOf(item)}>{children(item)}</Row>
      ))}
    </Table>
  );
}

function Windowed<T>({ caption, head, stacks, items, keyOf, height, children }: LongTableProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (box.current) setTop(box.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  // Another function would have every item measured anew.
  const getItemKey = useCallback((index: number) => keyOf(items[index] as T), [items, keyOf]);
  // The compiler of React cannot keep what this hook gives; nothing here is kept by it.

  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    getItemKey,
    overscan: 12,
    scrollMargin: top,
  });
  const shown = rows.getVirtualItems();
  const above = (shown[0]?.start ?? top) - top;
  const below = rows.getTotalSize() - ((shown.at(-1)?.end ?? top) - top);
  return (
    <div ref={box}>
      <Table caption={caption} head={head} stacks={stacks}>
        <Gap height={above} />
        {shown.map((row) => (
          <Row key={row.key} ref={rows.measureElement} data-index={row.index}>
            {children(items[row.index] as T)}
          </Row>
        ))}
        <Gap height={below} />
      </Table>
    </div>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height }} />
    </tr>
  );
}
