import { useState, type SyntheticEvent } from 'react';
import { Bookmark, Plus, Trash2 } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { storedViews, storeViews } from '@/features/executions/model/views';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/controls';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { useUser } from '@/lib/use-session';

/** Filters that somebody uses again and again, under a name of their own. */
export function SavedViews() {
  const owner = useUser()?.id ?? '';
  const { search } = useLocation();
  const navigate = useNavigate();
  const [views, setViews] = useState(() => storedViews(owner));
  const [naming, setNaming] = useState(false);
  const shown = views.find((view) => view.search === search);

  function keep(next: typeof views) {
    setViews(next);
    storeViews(owner, next);
  }

  return (
    <>
      <Menu
        trigger={
          <Button>
            <Bookmark aria-hidden />
            {shown?.name ?? 'Views'}
          </Button>
        }
      >
        {views.length === 0 && <MenuLabel>No view is saved yet</MenuLabel>}
        {views.map((view) => (
          <MenuItem key={view.name} onSelect={() => void navigate(`/executions${view.search}`)}>
            <Bookmark aria-hidden />
            {view.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setNaming(true)}>
          <Plus aria-hidden />
          Save these filters
        </MenuItem>
        {shown && (
          <MenuItem onSelect={() => keep(views.filter((view) => view !== shown))}>
            <Trash2 aria-hidden />
            Forget “{shown.name}”
          </MenuItem>
        )}
      </Menu>
      {naming && (
        <NameDialog
          onClose={() => setNaming(false)}
          onName={(name) => {
            keep([...views.filter((view) => view.name !== name), { name, search }]);
            setNaming(false);
          }}
        />
      )}
    </>
  );
}

function NameDialog({ onName, onClose }: { onName: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState('');
  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  }
  return (
    <Dialog open onOpenChange={onClose} title="Save these filters" description="On this device, for you.">
      <form onSubmit={submit}>
        <DialogBody>
          <Field label="Name">
            {(ids) => (
              <Input
                {...ids}
                autoFocus
                maxLength={40}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" variant="primary" disabled={name.trim() === ''}>
            Save
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
