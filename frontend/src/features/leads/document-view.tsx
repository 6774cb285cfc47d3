import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Failure } from '@/components/ui/failure';
import { Card } from '@/components/ui/page';
import { api } from '@/lib/api';
import type { LeadDetail } from '@/lib/api-types';

/** The document as it came, as text: nothing in it is ever shown as a page. */
export function DocumentView({ id, detail }: { id: string; detail: LeadDetail }) {
  const download = useMutation({
    mutationFn: async () => save(await api.leadDocument(id), `lead-${id}.txt`),
  });
  return (
    <Card>
      <div className="flex items-center justify-between gap-3 border-b px-4 py-2">
        <h2 className="font-semibold">As it came</h2>
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          <Download aria-hidden /> Download
        </Button>
      </div>
      {download.isError && <Failure error={download.error} />}
      <pre
        className="max-h-96 overflow-auto px-4 py-3 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap"
        tabIndex={0}
        role="group"
        aria-label="The document as it came"
      >
        {detail.document}
      </pre>
    </Card>
  );
}

function save(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
