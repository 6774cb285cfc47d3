import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { WorkflowStatusBadge } from '@/components/status/workflow-status';

it.each([
  ['DRAFT', null, 'Draft'],
  ['PUBLISHED', 3, 'Published v3'],
  ['PAUSED', 3, 'Paused v3'],
  ['ARCHIVED', null, 'Archived'],
] as const)('a workflow that is %s says so by a word and an icon', (status, publishedVersion, text) => {
  const { container } = render(<WorkflowStatusBadge status={status} publishedVersion={publishedVersion} />);

  expect(screen.getByText(text)).toBeVisible();
  expect(container.querySelector('svg[aria-hidden]')).toBeInTheDocument();
});
