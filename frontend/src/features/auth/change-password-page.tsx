import { useState, type SyntheticEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { toast } from 'sonner';
import { AuthCard } from '@/features/auth/auth-card';
import { placeIn } from '@/features/auth/model/place-in';
import { passwordProblems } from '@/features/auth/model/password';
import { PasswordInput } from '@/features/auth/password-input';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { api } from '@/lib/api';
import { Problem } from '@/lib/http/problem';
import { session } from '@/lib/http/session';
import { useUser } from '@/lib/use-session';

const FIELDS = [
  { name: 'current', label: 'Current password', autoComplete: 'current-password' },
  { name: 'next', label: 'New password', autoComplete: 'new-password' },
  { name: 'again', label: 'New password again', autoComplete: 'new-password' },
] as const;

export function Component() {
  const user = useUser();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [typed, setTyped] = useState({ current: '', next: '', again: '' });
  const [sent, setSent] = useState(false);
  const problems = passwordProblems(typed);
  const forced = user?.mustChangePassword === true;

  const change = useMutation({
    mutationFn: async () => {
      await api.changePassword(typed.current, typed.next);
      // A new sign-in gives a token that knows of the change, whatever became of the old session.
      session.signIn(await api.signIn(user?.email ?? '', typed.next));
    },
    onSuccess: async () => {
      toast.success('Your password was changed.');
      await navigate(placeIn(search.get('next')), { replace: true });
    },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    setSent(true);
    if (Object.keys(problems).length === 0) change.mutate();
  }

  const refused = change.error instanceof Problem ? change.error.violations : [];
  const errorOf = (name: keyof typeof typed) => {
    if (sent && problems[name]) return problems[name];
    const pointer = { current: '/currentPassword', next: '/newPassword', again: '' }[name];
    return refused.find((violation) => violation.pointer === pointer)?.message ?? null;
  };

  return (
    <AuthCard
      title={forced ? 'Choose your password' : 'Change password'}
      about={forced ? 'The one you signed in with was temporary.' : 'You stay signed in on this device.'}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {change.isError && refused.length === 0 && <Notice error={change.error} />}
        {FIELDS.map(({ name, label, autoComplete }) => (
          <Field
            key={name}
            label={name === 'current' && forced ? 'Temporary password' : label}
            hint={name === 'next' ? 'At least 12 characters. A sentence is a good one.' : undefined}
            error={errorOf(name)}
          >
            {(ids) => (
              <PasswordInput
                {...ids}
                autoComplete={autoComplete}
                value={typed[name]}
                onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" variant="primary" className="mt-1 h-9 w-full" busy={change.isPending}>
          {forced ? 'Save and go on' : 'Change password'}
        </Button>
        {!forced && (
          <Button variant="quiet" className="w-full" onClick={() => void navigate(-1)}>
            Back
          </Button>
        )}
      </form>
    </AuthCard>
  );
}
