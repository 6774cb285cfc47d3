import { useState } from 'react';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Dialog } from '@/components/ui/dialog';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Ask</button>
      {open && (
        <Dialog open onOpenChange={setOpen} title="A question">
          <form>
            <input aria-label="Answer" />
          </form>
        </Dialog>
      )}
    </>
  );
}

describe('a dialog', () => {
  it('begins with what is to be filled in, and goes back to where it was opened', async () => {
    render(<Page />);
    const ask = screen.getByRole('button', { name: 'Ask' });

    await userEvent.click(ask);
    expect(await screen.findByRole('textbox', { name: 'Answer' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(ask).toHaveFocus());
  });
});
