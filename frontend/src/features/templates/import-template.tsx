import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { ImportDialog } from '@/components/form/import-dialog';
import { templatesApi } from '@/lib/api/templates';
import { savedInWords } from '@/lib/format/saved-template';

/** Takes a template that was exported, as a new one or the next version of one of the dealership, and shows it. */
export function ImportTemplate({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: (document: Blob) => templatesApi.save(document),
    onSuccess: async (saved) => {
      void queryClient.invalidateQueries({ queryKey: ['templates'] });
      void queryClient.invalidateQueries({ queryKey: ['template'] });
      toast.success(savedInWords(saved));
      await navigate(`/templates/${saved.template.slug}`);
    },
  });
  return (
    <ImportDialog
      title="Import a template"
      description="What was exported here or elsewhere, in JSON or YAML. One of your own templates with the same slug gets a new version; the templates of the product stay as they are."
      busy={take.isPending}
      error={take.error}
      onImport={(document) => take.mutate(document)}
      onClose={onClose}
    />
  );
}
