import { useId, useState, type ComponentProps } from 'react';
import { Input } from '@/components/ui/controls';
import { roleName, roleOf } from '@/lib/role-names';
import { useRoleSuggestions } from '@/lib/use-colleagues';

interface RoleInputProps extends Omit<ComponentProps<typeof Input>, 'onChange' | 'list' | 'value'> {
  value: string;
  onValue: (role: string) => void;
}

/** A role by its name: one of those that there are, or another one. */
export function RoleInput({ value, onValue, onBlur, ...rest }: RoleInputProps) {
  const list = useId();
  const roles = useRoleSuggestions();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <Input
        {...rest}
        list={list}
        autoComplete="off"
        value={typed ?? roleName(value)}
        onChange={({ target }) => {
          setTyped(target.value);
          onValue(roleOf(target.value));
        }}
        onBlur={(event) => {
          setTyped(null);
          onBlur?.(event);
        }}
      />
      <datalist id={list}>
        {roles.map((role) => (
          <option key={role} value={roleName(role)} />
        ))}
      </datalist>
    </>
  );
}
