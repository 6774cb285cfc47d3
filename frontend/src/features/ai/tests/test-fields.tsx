import { objectIn } from '@/features/ai/model/words';
import type { TestDraft } from '@/features/ai/model/test-draft';
import { Input, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Problem } from '@/lib/http/problem';

const NOT_JSON = 'Expected a JSON object, but this is none.';

interface TestFieldsProps {
  draft: TestDraft;
  error: unknown;
  /** Whether the prompt's answers have fields. */
  hasFields: boolean;
  onChange: (change: Partial<TestDraft>) => void;
}

/** What goes in, and what must come back. */
export function TestFields({ draft, error, hasFields, onChange }: TestFieldsProps) {
  const violation = (pointer: string) =>
    error instanceof Problem
      ? (error.violations.find((found) => found.pointer.startsWith(pointer))?.message ?? null)
      : null;
  const isNoObject = (text: string) => text.trim() !== '' && objectIn(text) === null;
  return (
    <>
      <Field label="Name" error={violation('/name')} required>
        {(ids) => (
          <Input {...ids} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} />
        )}
      </Field>
      <Field
        label="Values"
        hint="One value for each variable, as JSON. [[CUSTOMER_1]] and the like may stand for personal data."
        error={objectIn(draft.variables) === null ? NOT_JSON : violation('/variables')}
      >
        {(ids) => (
          <Textarea
            {...ids}
            className="min-h-28 font-mono text-sm"
            spellCheck={false}
            value={draft.variables}
            onChange={(event) => onChange({ variables: event.target.value })}
          />
        )}
      </Field>
      <Field label="The answer contains" hint="One a line, in any letters." required={false}>
        {(ids) => (
          <Textarea
            {...ids}
            value={draft.contains}
            onChange={(event) => onChange({ contains: event.target.value })}
          />
        )}
      </Field>
      <Field label="It does not contain" hint="One a line, in any letters." required={false}>
        {(ids) => (
          <Textarea
            {...ids}
            value={draft.excludes}
            onChange={(event) => onChange({ excludes: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Its label is"
        hint="The whole answer or, of an answer with fields, one of them."
        required={false}
      >
        {(ids) => (
          <Input {...ids} value={draft.label} onChange={(event) => onChange({ label: event.target.value })} />
        )}
      </Field>
      {hasFields && (
        <Field
          label="Its fields are"
          hint="As JSON; fields that are not named are not compared."
          required={false}
          error={isNoObject(draft.fields) ? NOT_JSON : null}
        >
          {(ids) => (
            <Textarea
              {...ids}
              className="font-mono text-sm"
              spellCheck={false}
              value={draft.fields}
              onChange={(event) => onChange({ fields: event.target.value })}
            />
          )}
        </Field>
      )}
      <Field label="It is exactly" hint="For answers of a few words." required={false}>
        {(ids) => (
          <Textarea
            {...ids}
            value={draft.exactly}
            onChange={(event) => onChange({ exactly: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
