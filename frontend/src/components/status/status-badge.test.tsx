import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { STATUS, StatusBadge, type AnyStatus } from '@/components/status/status-badge';

it.each(Object.keys(STATUS) as AnyStatus[])(
  '%s is told by a word and an icon, not by colour alone',
  (status) => {
    const { container } = render(<StatusBadge status={status} />);

    expect(screen.getByText(STATUS[status].word)).toBeVisible();
    expect(container.querySelector('svg[aria-hidden]')).toBeInTheDocument();
  },
);

it('no two statuses look the same', () => {
  const words = Object.values(STATUS).map((look) => look.word);

  expect(new Set(words).size).toBe(words.length);
});
