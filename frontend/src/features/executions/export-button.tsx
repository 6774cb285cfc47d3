import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { toast } from 'sonner';
import { query, type ExecutionFilters } from '@/features/executions/model/filters';
import { Button } from '@/components/ui/button';
import { insight } from '@/lib/api/insight';
import { messageOf } from '@/lib/http/problem';
import { saveAs } from '@/lib/save-as';

/** Everything that fits the filters, for a spreadsheet. */
export function ExportButton({ filters }: { filters: ExecutionFilters }) {
  const download = useMutation({
    mutationFn: () => insight.executionsCsv(query(filters, Date.now())),
    onSuccess: (file) => saveAs(file, 'executions.csv'),
    onError: (error) => toast.error(messageOf(error)),
  });
  return (
    <Button busy={download.isPending} onClick={() => download.mutate()}>
      {!download.isPending && <Download aria-hidden />}
      Export CSV
    </Button>
  );
}
