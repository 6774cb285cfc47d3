import { useQueryClient } from '@tanstack/react-query';
import { Download, EllipsisVertical, Link2 } from 'lucide-react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { messageOf } from '@/lib/http/problem';
import { queries } from '@/lib/queries';
import type { Execution } from '@/lib/api-types';
import { saveAs } from '@/lib/save-as';

interface MoreActionsProps {
  execution: Execution;
}

/** What one takes away from an execution: a link to it, or all of it as JSON. */
export function MoreActions({ execution }: MoreActionsProps) {
  const queryClient = useQueryClient();

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}/executions/${execution.id}`);
      toast.success('The link was copied.');
    } catch {
      toast.error('The browser does not allow copying here.');
    }
  }

  async function save() {
    const steps = await queryClient.query(queries.executionLogs(execution.id));
    const text = JSON.stringify({ execution, steps }, null, 2);
    saveAs(new Blob([text], { type: 'application/json' }), `execution-${execution.id}.json`);
  }

  function download() {
    toast.promise(save(), {
      loading: 'Reading the steps…',
      success: 'The execution was saved.',
      error: messageOf,
    });
  }

  return (
    <Menu
      trigger={
        <Button size="icon" aria-label="More actions">
          <EllipsisVertical aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={() => void copyLink()}>
        <Link2 aria-hidden />
        Copy a link
      </MenuItem>
      <MenuItem onSelect={download}>
        <Download aria-hidden />
        Download as JSON
      </MenuItem>
    </Menu>
  );
}
