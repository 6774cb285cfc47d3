import type { ComponentProps } from 'react';
import { Check, ChevronDown, Search } from 'lucide-react';
import { Checkbox as RadixCheckbox } from 'radix-ui';
import { cx } from '@/lib/cx';
import { controlLook } from '@/components/ui/field';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx(controlLook, 'h-9', className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cx(controlLook, 'min-h-20 py-2', className)} {...rest} />;
}

/** The platform's own list: it is right on every device and for every assistive technology. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select className={cx(controlLook, 'h-9 appearance-none pr-8', className)} {...rest}>
        {children}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
        aria-hidden
      />
    </span>
  );
}

export function SearchInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <span className={cx('relative block', className)}>
      <Search
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint"
        aria-hidden
      />
      <Input type="search" className="pl-8" {...rest} />
    </span>
  );
}

export function Checkbox({ className, ...rest }: ComponentProps<typeof RadixCheckbox.Root>) {
  return (
    <RadixCheckbox.Root
      className={cx(
        'grid size-4 shrink-0 place-items-center rounded-sm border border-field bg-surface transition-colors',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent',
        className,
      )}
      {...rest}
    >
      <RadixCheckbox.Indicator>
        <Check className="size-3.5" strokeWidth={3} aria-hidden />
      </RadixCheckbox.Indicator>
    </RadixCheckbox.Root>
  );
}
