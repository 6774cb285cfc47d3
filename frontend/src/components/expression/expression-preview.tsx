import { jsonType, typeInWords } from '@/components/expression/model/scope-tree';
import type { Preview } from '@/components/expression/use-evaluated';

const LONGEST = 300;

/** What the field gives with the data at hand, or why it gives nothing. */
export function ExpressionPreview({ preview }: { preview: Preview | null }) {
  if (preview === null) return null;
  if (preview.problem) {
    return (
      <p className="flex gap-1.5 rounded-md bg-failed-soft px-2 py-1 text-sm text-failed" role="status">
        <span className="min-w-0 wrap-anywhere">{preview.problem.message}</span>
      </p>
    );
  }
  const json = typeof preview.value === 'string' ? preview.value : JSON.stringify(preview.value);
  const isNothing = preview.value === null || preview.value === undefined;
  return (
    <p className="flex items-baseline gap-2 rounded-md bg-sunken px-2 py-1 text-sm" role="status">
      <span className="shrink-0 text-ink-faint">Gives</span>
      <span className="line-clamp-3 min-w-0 flex-1 font-mono text-xs wrap-anywhere">
        {isNothing ? 'nothing with this data' : json.slice(0, LONGEST)}
      </span>
      {!isNothing && (
        <span className="shrink-0 text-xs text-ink-faint">{typeInWords(jsonType(preview.value))}</span>
      )}
    </p>
  );
}
