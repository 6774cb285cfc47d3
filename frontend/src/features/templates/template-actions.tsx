import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FileDown, Trash2 } from 'lucide-react';
import { toast } from 'sonner';
import { DeleteTemplate } from '@/features/templates/delete-template';
import { TemplateVersions } from '@/features/templates/template-versions';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { templatesApi, type DocumentFormat } from '@/lib/api/templates';
import { messageOf } from '@/lib/http/problem';
import { may } from '@/lib/roles';
import { saveAs } from '@/lib/save-as';
import { templateQueries } from '@/lib/template-queries';
import type { Template } from '@/lib/template-types';
import { useUser } from '@/lib/use-session';

/** What can be done with a template besides making a workflow of it. */
export function TemplateActions({ template }: { template: Template }) {
  const { id, slug, version, owner } = template;
  const versions = useQuery(templateQueries.versions(slug));
  const [isDeleting, setDeleting] = useState(false);
  const download = useMutation({
    mutationFn: (format: DocumentFormat) => templatesApi.export(id, format),
    onSuccess: (file, format) => saveAs(file, `${slug}-v${version}.${format}`),
    onError: (error) => toast.error(messageOf(error)),
  });
  const canDelete = may(useUser(), 'build') && owner === 'DEALER';
  return (
    <>
      <TemplateVersions template={template} versions={versions.data ?? []} />
      <Menu
        trigger={
          <Button busy={download.isPending}>
            <FileDown aria-hidden />
            Export
          </Button>
        }
      >
        <MenuItem onSelect={() => download.mutate('json')}>Export as JSON</MenuItem>
        <MenuItem onSelect={() => download.mutate('yaml')}>Export as YAML</MenuItem>
      </Menu>
      {canDelete && (
        <Button variant="danger" onClick={() => setDeleting(true)}>
          <Trash2 aria-hidden />
          Delete
        </Button>
      )}
      {isDeleting && <DeleteTemplate template={template} onClose={() => setDeleting(false)} />}
    </>
  );
}
