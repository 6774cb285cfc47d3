export interface KeyEntry {
  /** What happens. */
  label: string;
  /** What is pressed, together or one after the other. */
  keys: string[];
}

/** What keys do, in a column. */
export function KeyList({ title, entries }: { title: string; entries: KeyEntry[] }) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-ink-faint">{title}</h3>
      <dl>
        {entries.map(({ label, keys }) => (
          <div key={label} className="flex h-8 items-center justify-between gap-3 border-b last:border-b-0">
            <dt className="truncate">{label}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-sm border bg-sunken px-1.5 font-sans text-xs text-ink-soft">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
