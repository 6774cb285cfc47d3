import { useState, type SyntheticEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { AuthCard } from '@/features/auth/auth-card';
import { placeIn } from '@/features/auth/model/place-in';
import { PasswordInput } from '@/features/auth/password-input';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Notice } from '@/components/ui/failure';
import { Field } from '@/components/ui/field';
import { api } from '@/lib/api';
import { isProblem } from '@/lib/http/client';
import { session } from '@/lib/http/session';
import { useSession } from '@/lib/use-session';

export function Component() {
  const [search] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const current = useSession();
  const signIn = useMutation({
    mutationFn: () => api.signIn(email.trim(), password),
    onSuccess: (answer) => session.signIn(answer),
  });

  if (current.status === 'signed-in') return <Navigate to={placeIn(search.get('next'))} replace />;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const complete = email.trim() !== '' && password !== '';
    setMissing(!complete);
    if (complete) signIn.mutate();
  }

  return (
    <AuthCard title="Sign in" about="Welcome back. Use the account of your dealership.">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {signIn.isError && <Notice error={inWords(signIn.error)} />}
        <Field label="Email" error={missing && email.trim() === '' ? 'Enter your email address.' : null}>
          {(ids) => (
            <Input
              {...ids}
              type="email"
              autoComplete="username"
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password" error={missing && password === '' ? 'Enter your password.' : null}>
          {(ids) => (
            <PasswordInput
              {...ids}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" className="mt-1 h-9 w-full" busy={signIn.isPending}>
          Sign in
        </Button>
        <p className="text-sm text-ink-faint">
          No account, or a password forgotten? Your administrator can help.
        </p>
      </form>
    </AuthCard>
  );
}

function inWords(error: unknown): unknown {
  return isProblem(error, 'auth.bad-credentials')
    ? new Error('This email and password do not go together. Check both and try again.')
    : error;
}
