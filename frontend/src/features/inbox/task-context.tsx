import { factsOf, valueInWords, type Fact } from '@/features/inbox/model/words';
import { isObject, type JsonValue } from '@/lib/json';

/** What a person sees with the question: names and values in words, lists and objects under headings of their own. */
export function TaskContext({ value }: { value: JsonValue }) {
  if (value === null || value === undefined || value === '') return null;
  if (!isObject(value) && !Array.isArray(value)) {
    return <p className="wrap-anywhere whitespace-pre-wrap">{valueInWords(value)}</p>;
  }
  if (Array.isArray(value)) {
    return (
      <ol className="flex flex-col gap-3">
        {value.map((item, index) => (
          <li key={index} className="border-l-2 pl-3">
            <TaskContext value={item} />
          </li>
        ))}
      </ol>
    );
  }
  const { plain, nested } = factsOf(value);
  return (
    <div className="flex flex-col gap-4">
      {plain.length > 0 && (
        <dl className="grid grid-cols-1 gap-x-6 sm:grid-cols-[max-content_minmax(0,1fr)] sm:gap-y-2">
          {plain.map((fact) => (
            <PlainFact key={fact.label} {...fact} />
          ))}
        </dl>
      )}
      {nested.map((fact) => (
        <section key={fact.label}>
          <h3 className="mb-1.5 text-sm font-medium text-ink-faint">{fact.label}</h3>
          <div className="border-l-2 pl-3">
            <TaskContext value={fact.value} />
          </div>
        </section>
      ))}
    </div>
  );
}

function PlainFact({ label, value }: Fact) {
  return (
    <>
      <dt className="text-ink-faint max-sm:not-first:mt-2">{label}</dt>
      <dd className="min-w-0 wrap-anywhere whitespace-pre-wrap">{valueInWords(value)}</dd>
    </>
  );
}
