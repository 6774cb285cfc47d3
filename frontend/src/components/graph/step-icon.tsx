import {
  BellRing,
  Bot,
  BoxSelect,
  Braces,
  CalendarClock,
  Car,
  CircleStop,
  ClipboardCheck,
  ClipboardList,
  Clock,
  Cog,
  FileCode,
  FileText,
  Flag,
  GitBranch,
  Globe,
  ListChecks,
  Mail,
  MessageSquare,
  OctagonX,
  PenLine,
  Phone,
  Radio,
  RefreshCw,
  Repeat2,
  ShieldAlert,
  Sparkles,
  Split,
  Table,
  Tags,
  UserCheck,
  UserRound,
  Webhook,
  Workflow,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import { cx } from '@/lib/cx';

const ICONS: Record<string, LucideIcon> = {
  'bell-ring': BellRing,
  bot: Bot,
  'box-select': BoxSelect,
  braces: Braces,
  'calendar-clock': CalendarClock,
  car: Car,
  'circle-stop': CircleStop,
  'clipboard-check': ClipboardCheck,
  'clipboard-list': ClipboardList,
  clock: Clock,
  'file-code': FileCode,
  'file-text': FileText,
  flag: Flag,
  'git-branch': GitBranch,
  globe: Globe,
  'list-checks': ListChecks,
  mail: Mail,
  'message-square': MessageSquare,
  'octagon-x': OctagonX,
  'pen-line': PenLine,
  phone: Phone,
  radio: Radio,
  'refresh-cw': RefreshCw,
  'repeat-2': Repeat2,
  'shield-alert': ShieldAlert,
  sparkles: Sparkles,
  split: Split,
  table: Table,
  tags: Tags,
  'user-check': UserCheck,
  'user-round': UserRound,
  webhook: Webhook,
  workflow: Workflow,
  wrench: Wrench,
};

interface CategoryLook {
  word: string;
  look: string;
  icon: LucideIcon;
}

const OTHER: CategoryLook = { word: 'Step', look: 'bg-cancelled-soft text-cancelled', icon: Cog };

const CATEGORIES: Record<string, CategoryLook> = {
  flow: { word: 'Flow', look: 'bg-flow-soft text-flow', icon: GitBranch },
  data: { word: 'Data', look: 'bg-data-soft text-data', icon: Braces },
  ai: { word: 'AI', look: 'bg-ai-soft text-ai', icon: Sparkles },
  human: { word: 'People', look: 'bg-human-soft text-human', icon: UserRound },
  message: { word: 'Message', look: 'bg-message-soft text-message', icon: Mail },
  auto: { word: 'Automotive', look: 'bg-auto-soft text-auto', icon: Car },
  automotive: { word: 'Automotive', look: 'bg-auto-soft text-auto', icon: Car },
};

interface StepIconProps {
  category: string;
  icon: string | null;
  className?: string;
}

/** The icon of a step type on its category's tint. */
export function StepIcon({ category, icon, className = 'size-9' }: StepIconProps) {
  const { look, icon: fallback } = CATEGORIES[category] ?? OTHER;
  const Icon = ICONS[icon ?? ''] ?? fallback;
  return (
    <span className={cx('grid shrink-0 place-items-center rounded-lg', look, className)}>
      <Icon className="size-4.5" aria-hidden />
    </span>
  );
}

/** The text colour of a category, for marks that are too small for an icon. */
export function categoryColour(category: string): string {
  return (CATEGORIES[category] ?? OTHER).look.split(' ').at(-1) ?? '';
}

export function categoryWord(category: string): string {
  return (CATEGORIES[category] ?? OTHER).word;
}
