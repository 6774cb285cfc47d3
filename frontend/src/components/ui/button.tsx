import type { ComponentProps } from 'react';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import { cx } from '@/lib/cx';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';

const LOOK: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-hover',
  quiet: 'text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border border-line-strong bg-surface text-failed hover:bg-failed-soft',
};

interface ButtonProps extends ComponentProps<'button'> {
  variant?: Variant;
  size?: 'md' | 'sm' | 'icon';
  /** Shows that the action is under way and keeps it from being started twice. */
  busy?: boolean;
  asChild?: boolean;
}

const SIZE = { md: 'h-8 px-3', sm: 'h-7 px-2 text-sm', icon: 'size-8 justify-center' };

export function Button({
  variant = 'secondary',
  size = 'md',
  busy = false,
  asChild = false,
  ...rest
}: ButtonProps) {
  const { className, children, disabled, type = 'button', ...others } = rest;
  const look = cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    LOOK[variant],
    SIZE[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={look} {...others}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      className={look}
      type={type}
      disabled={disabled ?? busy}
      aria-busy={busy || undefined}
      {...others}
    >
      {busy && <LoaderCircle className="animate-turn" aria-hidden />}
      {children}
    </button>
  );
}
