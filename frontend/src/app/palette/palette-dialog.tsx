import { useState, type ReactNode } from 'react';
import { Command } from 'cmdk';
import { Activity, Clock, FileText, LayoutTemplate, Workflow } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useNavigate } from 'react-router';
import { matches, placesFor, type Place } from '@/app/palette/model/places';
import { noteRecent, readRecent } from '@/app/palette/model/recent';
import { useActions, type Action } from '@/app/palette/use-actions';
import { useFound } from '@/app/palette/use-found';
import { useUser } from '@/lib/use-session';

export default function PaletteDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [recent] = useState(() => readRecent());
  const navigate = useNavigate();
  const user = useUser();
  const found = useFound(typed);
  const query = typed.trim();

  const actions = useActions();

  function choose(action: Place & { perform?: () => void }) {
    onClose();
    if (action.perform) {
      action.perform();
      return;
    }
    noteRecent({ to: action.to, label: action.label });
    void navigate(action.to);
  }

  const list = (heading: string, places: Place[], icon: ReactNode) => (
    <Items
      key={heading}
      heading={heading}
      items={places.map((place) => ({ icon, ...place }))}
      onChoose={choose}
    />
  );

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl animate-rise overflow-hidden rounded-xl bg-surface shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Go to or do something</Dialog.Title>
          <Command label="Go to or do something" shouldFilter={false} loop>
            <Command.Input
              autoFocus
              value={typed}
              onValueChange={setTyped}
              placeholder="Search pages, workflows, executions, templates…"
              className="h-12 w-full border-b bg-transparent px-4 text-base outline-none placeholder:text-ink-faint"
            />
            <Command.List className="max-h-[60vh] overflow-y-auto p-1.5">
              <Command.Empty className="p-6 text-center text-ink-faint">
                {found.isSearching ? 'Searching…' : 'Nothing fits. Try fewer words.'}
              </Command.Empty>
              {query === '' && list('Recent', recent, <Clock aria-hidden />)}
              {list('Workflows', found.workflows, <Workflow aria-hidden />)}
              {list('Executions', found.executions, <Activity aria-hidden />)}
              {list('Templates', found.templates, <LayoutTemplate aria-hidden />)}
              {list(
                'Pages',
                placesFor(user).filter((place) => matches(place, query)),
                <FileText aria-hidden />,
              )}
              <Items
                heading="Actions"
                items={actions.filter((action) => matches(action, query))}
                onChoose={choose}
              />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ItemsProps {
  heading: string;
  items: Action[];
  onChoose: (action: Action) => void;
}

function Items({ heading, items, onChoose }: ItemsProps) {
  if (items.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:py-1.5 **:[[cmdk-group-heading]]:text-sm **:[[cmdk-group-heading]]:text-ink-faint"
    >
      {items.map((item) => (
        <Command.Item
          key={item.to + item.label}
          value={`${heading} ${item.to} ${item.label}`}
          onSelect={() => onChoose(item)}
          className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink [&_svg]:size-4 [&_svg]:shrink-0"
        >
          {item.icon}
          <span className="truncate">{item.label}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
