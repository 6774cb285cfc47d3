import type { ReactNode } from 'react';
import { GitCompareArrows, Undo2 } from 'lucide-react';
import { Moment } from '@/components/status/moment';
import { Button } from '@/components/ui/button';
import type { PublishedVersion } from '@/lib/api-types';

interface VersionEntryProps {
  version: PublishedVersion;
  isCompared: boolean;
  mayRestore: boolean;
  isBusy: boolean;
  onCompare: () => void;
  onRestore: () => void;
  children: ReactNode;
}

export function VersionEntry(props: VersionEntryProps) {
  const { version, isCompared, mayRestore, isBusy, onCompare, onRestore, children } = props;
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex items-baseline gap-2">
        <h3 className="font-semibold">Version {version.version}</h3>
        <span className="text-sm text-ink-faint">
          <Moment at={version.publishedAt} />
          {version.publishedBy ? ` by ${version.publishedBy}` : ''}
        </span>
      </div>
      {version.note && <p className="wrap-anywhere">{version.note}</p>}
      <div className="flex gap-1">
        <Button size="sm" aria-pressed={isCompared} onClick={onCompare}>
          <GitCompareArrows aria-hidden />
          {isCompared ? 'Stop comparing' : 'Compare with the draft'}
        </Button>
        {mayRestore && (
          <Button size="sm" variant="quiet" disabled={isBusy} onClick={onRestore}>
            <Undo2 aria-hidden />
            Restore
          </Button>
        )}
      </div>
      {children}
    </li>
  );
}
