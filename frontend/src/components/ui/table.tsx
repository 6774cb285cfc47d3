import type { ComponentProps, ReactNode } from 'react';
import { cx } from '@/lib/cx';

interface TableProps {
  caption: string;
  /** `content` stands in the place of the label, which is then only read out. */
  head: { label: string; className?: string; content?: ReactNode }[];
  children: ReactNode;
}

export function Table({ caption, head, children }: TableProps) {
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b bg-sunken">
            {head.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={cx(
                  'h-9 px-4 text-sm font-medium whitespace-nowrap text-ink-faint',
                  column.className,
                )}
              >
                {column.content ?? column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cx('relative border-b transition-colors last:border-b-0 hover:bg-hover/60', className)}
      {...rest}
    />
  );
}

export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={cx('h-9 px-4 py-2 align-middle', className)} {...rest} />;
}

/** Makes a whole row the target of the link inside it. */
export const rowLinkLook =
  'rounded-sm font-medium after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink';
