export interface TypedPasswords {
  current: string;
  next: string;
  again: string;
}

const SHORTEST = 12;

/** What keeps a change of password from being sent, by field. */
export function passwordProblems({ current, next, again }: TypedPasswords): Partial<TypedPasswords> {
  const problems: Partial<TypedPasswords> = {};
  if (current === '') problems.current = 'Enter the password you use now.';
  if (next.length < SHORTEST) problems.next = `Use at least ${SHORTEST} characters.`;
  else if (next === current) problems.next = 'Choose one that differs from the current password.';
  if (again !== next) problems.again = 'The two do not match.';
  return problems;
}
