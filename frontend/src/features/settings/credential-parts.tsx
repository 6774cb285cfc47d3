import { kindOf, type CredentialForm } from '@/features/settings/model/credentials';
import type { Editing } from '@/components/form/use-editing';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';

/** The parts that a credential of this kind has. What is secret is typed unseen. */
export function CredentialParts({ form }: { form: Editing<CredentialForm> }) {
  const { value, change, errorAt } = form;
  return kindOf(value.type).parts.map((part) => {
    const place = `/value/${part.name}`;
    return (
      <Field
        key={`${value.type}-${part.name}`}
        label={part.label}
        required={part.required}
        error={errorAt(place)}
      >
        {(ids) => (
          <Input
            {...ids}
            type={part.secret ? 'password' : 'text'}
            autoComplete={part.secret ? 'new-password' : 'off'}
            spellCheck={false}
            placeholder={part.placeholder}
            value={value.parts[part.name] ?? ''}
            onChange={(event) =>
              change(place, { ...value, parts: { ...value.parts, [part.name]: event.target.value } })
            }
          />
        )}
      </Field>
    );
  });
}
