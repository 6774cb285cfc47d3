import { useState } from 'react';
import {
  Archive,
  ArchiveRestore,
  Copy,
  FileDown,
  LayoutTemplate,
  MoreHorizontal,
  Pause,
  PencilLine,
  Play,
  Trash2,
} from 'lucide-react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { DeleteDialog } from '@/features/workflows/delete-dialog';
import { SaveAsTemplateDialog } from '@/features/workflows/save-as-template-dialog';
import { useWorkflowChange } from '@/features/workflows/use-workflow-change';
import type { WorkflowSummary } from '@/lib/api-types';
import { may } from '@/lib/roles';
import { useUser } from '@/lib/use-session';

/** What can be done with a workflow as a whole. */
export function WorkflowMenu({ workflow }: { workflow: WorkflowSummary }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'delete' | 'template' | null>(null);
  const change = useWorkflowChange(workflow);
  const builds = may(useUser(), 'build');
  const { name, status } = workflow;
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="icon" aria-label={`More about ${name}`} className="relative z-10">
            <MoreHorizontal aria-hidden />
          </Button>
        }
      >
        {builds && (
          <MenuItem onSelect={() => void navigate(`/workflows/${workflow.id}/edit`)}>
            <PencilLine aria-hidden /> Edit
          </MenuItem>
        )}
        {builds && (
          <MenuItem onSelect={change.duplicate}>
            <Copy aria-hidden /> Duplicate
          </MenuItem>
        )}
        {builds && (
          <MenuItem onSelect={() => setOpen('template')}>
            <LayoutTemplate aria-hidden /> Save as template
          </MenuItem>
        )}
        <MenuItem onSelect={() => change.exportAs('json')}>
          <FileDown aria-hidden /> Export as JSON
        </MenuItem>
        <MenuItem onSelect={() => change.exportAs('yaml')}>
          <FileDown aria-hidden /> Export as YAML
        </MenuItem>
        {builds && (
          <>
            <MenuSeparator />
            {status === 'PUBLISHED' && (
              <MenuItem onSelect={change.pause}>
                <Pause aria-hidden /> Pause
              </MenuItem>
            )}
            {status === 'PAUSED' && (
              <MenuItem onSelect={change.resume}>
                <Play aria-hidden /> Resume
              </MenuItem>
            )}
            {status === 'ARCHIVED' ? (
              <MenuItem onSelect={change.unarchive}>
                <ArchiveRestore aria-hidden /> Take out of the archive
              </MenuItem>
            ) : (
              <MenuItem onSelect={change.archive}>
                <Archive aria-hidden /> Archive
              </MenuItem>
            )}
            <MenuItem onSelect={() => setOpen('delete')}>
              <Trash2 aria-hidden /> Delete
            </MenuItem>
          </>
        )}
      </Menu>
      {open === 'delete' && <DeleteDialog workflow={workflow} onClose={() => setOpen(null)} />}
      {open === 'template' && <SaveAsTemplateDialog workflow={workflow} onClose={() => setOpen(null)} />}
    </>
  );
}
