import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { cx } from '@/lib/cx';

interface TableProps {
  caption: string;
  /** `content` stands in the place of the label, which is then only read out. */
  head: { label: string; className?: string; content?: ReactNode }[];
  /** Whether a row is laid out as lines where there is no room for columns: for lists whose facts need no heading. */
  stacks?: boolean;
  children: ReactNode;
}

/** Its roles are said, since browsers forget them of a table that is laid out otherwise. */
export function Table({ caption, head, stacks = false, children }: TableProps) {
  return (
    <div className="relative overflow-x-auto">
      <table role="table" className={cx('w-full border-collapse text-left', stacks && 'stacks')}>
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row" className="border-b bg-sunken">
            {head.map((column) => (
              <th
                key={column.label}
                role="columnheader"
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
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr
      role="row"
      className={cx(
        'stacks-row relative border-b transition-colors last:border-b-0 hover:bg-hover/60',
        className,
      )}
      {...rest}
    />
  );
}

export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return <td role="cell" className={cx('h-9 px-4 py-2 align-middle', className)} {...rest} />;
}

/** Says what its row is about, in the room that the others leave. */
export function NameCell({ className, ...rest }: ComponentProps<'td'>) {
  return <Cell className={cx('stacks-name max-w-0', className)} {...rest} />;
}

/** Holds the box that chooses its row; the column's head has the same look. */
export function ChoiceCell(props: ComponentProps<'td'>) {
  return <Cell className={cx(choiceLook, 'z-10')} {...props} />;
}

export const choiceLook = 'stacks-choice relative w-8';

/** Holds the menu of what can be done with its row. */
export function ActionsCell(props: ComponentProps<'td'>) {
  return <Cell className="stacks-actions relative z-10 w-12 px-2 text-right" {...props} />;
}

/** A link whose whole row is its target; J and K go from one to the next. */
export function RowLink({ className, ...rest }: LinkProps) {
  return (
    <Link
      data-row-link
      className={cx(
        'rounded-sm font-medium after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent-ink',
        className,
      )}
      {...rest}
    />
  );
}
