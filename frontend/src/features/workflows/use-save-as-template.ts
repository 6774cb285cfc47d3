import { useMemo, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { toast } from 'sonner';
import { useEditing } from '@/components/form/use-editing';
import { literalsIn } from '@/features/workflows/model/literals';
import {
  documentFor,
  mistakesIn,
  slugOf,
  valuesOf,
  type TemplateValues,
} from '@/features/workflows/model/template-document';
import type { WorkflowSummary } from '@/lib/api-types';
import { templatesApi } from '@/lib/api/templates';
import { workflowsApi } from '@/lib/api/workflows';
import { savedInWords } from '@/lib/format/saved-template';
import { queries } from '@/lib/queries';

/** The form in which a workflow is made a template, and what it is made of. */
export function useSaveAsTemplate(workflow: WorkflowSummary, onSaved: () => void) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const gallery = useQuery(queries.templates());
  const templates = gallery.data ?? [];
  const source = useQuery({
    queryKey: ['workflow', workflow.id, 'exported'],
    queryFn: () => workflowsApi.exported(workflow.id),
    gcTime: 0,
  });
  const stepTypes = useQuery(queries.stepTypes());
  const literals = useMemo(
    () => (source.data && stepTypes.data ? literalsIn(source.data.definition, stepTypes.data) : []),
    [source.data, stepTypes.data],
  );
  const [start] = useState(() => valuesOf(workflow));
  const form = useEditing<TemplateValues>(start, (values) => mistakesIn(values, templates));
  const save = useMutation({
    mutationFn: templatesApi.save,
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: ['templates'] });
      void queryClient.invalidateQueries({ queryKey: ['template'] });
      const seeIt = () => void navigate(`/templates/${saved.template.slug}`);
      toast.success(savedInWords(saved), { action: { label: 'See it', onClick: seeIt } });
      onSaved();
    },
    onError: form.refuse,
  });

  function submit() {
    const values = form.submit();
    if (values !== null && source.data)
      save.mutate(documentFor(values, slugOf(values, templates), source.data, literals));
  }
  return {
    form,
    templates,
    source,
    // Without the step types nobody can tell what could be asked for; the rest can be saved.
    unread: source.error ?? stepTypes.error,
    isReading: source.isPending || stepTypes.isPending,
    literals: source.isSuccess && stepTypes.isSuccess ? literals : null,
    save,
    submit,
  };
}
