import type { DiffPart } from '@/lib/ai-types';
import { cx } from '@/lib/cx';

const LOOK = {
  SAME: 'text-ink-soft',
  ADDED: 'bg-completed-soft text-completed',
  REMOVED: 'bg-failed-soft text-failed',
};
const SIGN = { SAME: ' ', ADDED: '+', REMOVED: '−' };

interface DiffLinesProps {
  label: string;
  lines: DiffPart['lines'];
}

/** What was taken away and what was added, line by line. */
export function DiffLines({ label, lines }: DiffLinesProps) {
  return (
    <pre className="overflow-x-auto py-2 font-mono text-sm whitespace-pre-wrap" aria-label={label}>
      {lines.map((line, index) => (
        <span key={index} className={cx('block px-4 wrap-anywhere', LOOK[line.change])}>
          {SIGN[line.change]} {line.text}
        </span>
      ))}
    </pre>
  );
}
