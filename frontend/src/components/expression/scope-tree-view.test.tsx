import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { entryOf } from '@/components/expression/model/scope-tree';
import { ScopeTreeView } from '@/components/expression/scope-tree-view';

const input = entryOf(
  { type: 'object', properties: { channel: { type: 'string' }, comments: { type: 'string' } } },
  'input',
  'input',
);

describe('the tree of the data', () => {
  it('is searched and chosen from without the mouse', async () => {
    const picked: string[] = [];
    render(<ScopeTreeView scope={[input]} onPick={(path) => picked.push(path)} />);

    await userEvent.type(screen.getByRole('searchbox', { name: 'Search the data' }), 'comm{Enter}');
    await userEvent.keyboard('{ArrowDown}');

    expect(picked).toEqual(['input.comments']);
    expect(screen.getByRole('treeitem')).toHaveFocus();
  });
});
