import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { templatesApi } from '@/lib/api/templates';
import type { Template } from '@/lib/template-types';

interface DeleteTemplateProps {
  template: Template;
  onClose: () => void;
}

/** Takes a template of the dealership out of the gallery for good. */
export function DeleteTemplate({ template, onClose }: DeleteTemplateProps) {
  const { slug, name, latestVersion } = template;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => templatesApi.remove(slug),
    onSuccess: async () => {
      toast.success(`The template “${name}” is deleted.`);
      await navigate('/templates');
      queryClient.removeQueries({ queryKey: ['template'] });
      await queryClient.invalidateQueries({ queryKey: ['templates'] });
    },
  });
  return (
    <ConfirmDialog
      title={`Delete the template “${name}”?`}
      action="Delete the template"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {latestVersion > 1 ? `All its ${latestVersion} versions are` : 'It is'} gone for good; export it first
      to keep it. Workflows that were made of it stay as they are and go on; they are no longer told of newer
      versions.
    </ConfirmDialog>
  );
}
