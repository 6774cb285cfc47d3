import { useState } from 'react';
import { groupsOf, ROLES } from '@/features/settings/model/users';
import type { Editing } from '@/components/form/use-editing';
import { Checkbox, Input } from '@/components/ui/controls';
import { Field, FieldError } from '@/components/ui/field';
import type { Role } from '@/lib/api-types';
import { inWords } from '@/lib/format/words';
import type { NewUser } from '@/lib/settings-types';

/** Name, roles and groups: what an invitation and a change have in common. */
export function UserFields({ form }: { form: Editing<NewUser> }) {
  const { value, change, errorAt } = form;
  const [groups, setGroups] = useState(value.groups.join(', '));
  return (
    <>
      <Field label="Name" error={errorAt('/name')} required>
        {(ids) => (
          <Input
            {...ids}
            maxLength={100}
            value={value.name}
            onChange={(event) => change('/name', { ...value, name: event.target.value })}
          />
        )}
      </Field>
      <RoleChoice
        roles={value.roles}
        error={errorAt('/roles')}
        onChange={(roles) => change('/roles', { ...value, roles })}
      />
      <Field
        label="Groups"
        hint="Departments and positions that tasks are given to, such as SALES_MANAGER, BDC."
        error={errorAt('/groups')}
        required={false}
      >
        {(ids) => (
          <Input
            {...ids}
            value={groups}
            onChange={(event) => {
              const text = event.target.value.toUpperCase();
              setGroups(text);
              change('/groups', { ...value, groups: groupsOf(text) });
            }}
          />
        )}
      </Field>
    </>
  );
}

interface RoleChoiceProps {
  roles: Role[];
  error: string | null;
  onChange: (roles: Role[]) => void;
}

export function RoleChoice({ roles, error, onChange }: RoleChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">Roles</legend>
      <div className="flex flex-col gap-2">
        {ROLES.map(({ role, about }) => (
          <label key={role} className="flex items-start gap-2">
            <Checkbox
              className="mt-0.5"
              checked={roles.includes(role)}
              onCheckedChange={(on) =>
                onChange(
                  ROLES.map((each) => each.role).filter((each) =>
                    each === role ? on === true : roles.includes(each),
                  ),
                )
              }
            />
            <span>
              {inWords(role)} <span className="block text-sm text-ink-faint">{about}</span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-1.5">
          <FieldError>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
