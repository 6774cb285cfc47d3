import type { LucideIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { keysOf } from '@/features/editor/model/shortcut';

interface ActionButtonProps {
  icon: LucideIcon;
  label: string;
  shortcut?: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

/** An action as an icon, with its name and its keys on a tooltip. */
export function ActionButton({ icon: Icon, label, shortcut, pressed, disabled, onClick }: ActionButtonProps) {
  return (
    <Tooltip text={shortcut ? `${label} (${keysOf(shortcut).join(' ')})` : label}>
      <Button
        variant="quiet"
        size="icon"
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        className={pressed ? 'bg-accent-soft text-accent-ink' : ''}
        onClick={onClick}
      >
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  );
}
