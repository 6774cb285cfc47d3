import type { Editing } from '@/components/form/use-editing';
import { Input, Select, Textarea } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import type { TemplateValues } from '@/features/workflows/model/template-document';
import type { Category } from '@/lib/api-types';
import type { TemplateSummary } from '@/lib/template-types';
import { CATEGORIES } from '@/lib/categories';
import { inWords } from '@/lib/format/words';

const LONGEST_NAME = 120;
const LONGEST_TEXT = 2000;

interface TemplateFieldsProps {
  form: Editing<TemplateValues>;
  /** The address as it is sent, typed or made of the name. */
  slug: string;
  /** The template that has this address by now. */
  earlier: TemplateSummary | undefined;
}

/** What the gallery says of a template. */
export function TemplateFields({ form, slug, earlier }: TemplateFieldsProps) {
  const { value, change, errorAt } = form;
  const set = (part: Partial<TemplateValues>) => {
    const place = Object.keys(part)[0] ?? '';
    change(`/${place}`, { ...value, ...part });
  };
  return (
    <>
      <Field label="Name" error={errorAt('/name')} required>
        {(ids) => (
          <Input
            {...ids}
            maxLength={LONGEST_NAME}
            value={value.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="What it is for" hint="A sentence for the gallery." error={errorAt('/summary')} required>
        {(ids) => (
          <Input
            {...ids}
            maxLength={LONGEST_TEXT}
            value={value.summary}
            onChange={(event) => set({ summary: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Description"
        hint="What it does, from the start to the end."
        error={errorAt('/description')}
        required={false}
      >
        {(ids) => (
          <Textarea
            {...ids}
            maxLength={LONGEST_TEXT}
            value={value.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Field label="Category" error={errorAt('/category')} required>
          {(ids) => (
            <Select
              {...ids}
              value={value.category}
              onChange={(event) => set({ category: event.target.value as Category })}
            >
              {CATEGORIES.map((category) => (
                <option key={category} value={category}>
                  {inWords(category)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Tags"
          hint="Words to find it by, with commas between them."
          error={errorAt('/tags')}
          required={false}
        >
          {(ids) => (
            <Input
              {...ids}
              placeholder="leads, first-response"
              value={value.tags}
              onChange={(event) => set({ tags: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Measured by"
        hint="The figure by which one sees whether it pays, such as “minutes to the first answer”."
        error={errorAt('/kpi')}
        required={false}
      >
        {(ids) => (
          <Input
            {...ids}
            maxLength={LONGEST_TEXT}
            value={value.kpi}
            onChange={(event) => set({ kpi: event.target.value })}
          />
        )}
      </Field>
      <Field label="Address" hint={addressHint(slug, earlier)} error={errorAt('/slug')} required>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            spellCheck={false}
            value={slug}
            onChange={(event) => set({ slug: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function addressHint(slug: string, earlier: TemplateSummary | undefined): string {
  return earlier?.owner === 'DEALER'
    ? `“${earlier.name}” has this address: this becomes version ${earlier.version + 1} of it.`
    : `It will stand at /templates/${slug} and names the template for ever.`;
}
