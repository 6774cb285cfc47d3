import type { ReactNode } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';

interface RowsProps<T> {
  /** What one row is called: "Label", "Header". */
  one: string;
  rows: readonly T[];
  readOnly: boolean;
  empty: T;
  onRows: (rows: T[]) => void;
  children: (row: T, index: number, change: (row: T) => void) => ReactNode;
}

/** Entries to change, add and remove. */
export function Rows<T>({ one, rows, readOnly, empty, onRows, children }: RowsProps<T>) {
  return (
    <div className="flex flex-col gap-2">
      {rows.length > 0 && (
        <ul className="flex flex-col gap-2">
          {rows.map((row, index) => (
            <li key={index} className="flex items-start gap-1">
              <div className="min-w-0 flex-1">
                {children(row, index, (next) => onRows(rows.map((held, at) => (at === index ? next : held))))}
              </div>
              {!readOnly && (
                <Button
                  variant="quiet"
                  size="icon"
                  aria-label={`Remove ${one.toLowerCase()} ${index + 1}`}
                  onClick={() => onRows(rows.filter((_, at) => at !== index))}
                >
                  <Trash2 aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <Button size="sm" variant="quiet" className="self-start" onClick={() => onRows([...rows, empty])}>
          <Plus aria-hidden />
          Add {one.toLowerCase()}
        </Button>
      )}
    </div>
  );
}
