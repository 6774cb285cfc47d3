import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ProblemsButton } from '@/features/editor/toolbar/problems-button';
import type { Severity } from '@/lib/api-types';

function wordsFor(...severities: Severity[]): string | null {
  const problems = severities.map((severity) => ({ severity, code: 'x', message: 'Mend it.' }));
  const { unmount } = render(<ProblemsButton problems={problems} isOpen={false} onClick={() => undefined} />);
  const words = screen.getByRole('button').getAttribute('aria-label');
  unmount();
  return words;
}

describe('the button of the problems', () => {
  it('counts what keeps a draft from being published, else what should only be looked at', () => {
    expect(wordsFor()).toBe('No problems');
    expect(wordsFor('ERROR', 'WARNING')).toBe('1 problem, 1 hint');
    expect(wordsFor('WARNING', 'HINT')).toBe('2 hints');
  });
});
