import { useState, type ReactNode } from 'react';
import { ChartColumn, Table2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/page';

interface ChartCardProps {
  title: string;
  about: string;
  chart: ReactNode;
  table: ReactNode;
}

/** A chart, or the same as a table for whoever reads numbers better, or by ear. */
export function ChartCard({ title, about, chart, table }: ChartCardProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Card>
      <header className="flex min-h-11 items-center gap-x-3 border-b py-1.5 pr-2 pl-4">
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-sm text-ink-faint">{about}</p>
        </div>
        <Button
          variant="quiet"
          size="sm"
          aria-label={asTable ? `${title} as a chart` : `${title} as a table`}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
          {asTable ? 'Chart' : 'Table'}
        </Button>
      </header>
      {asTable ? (
        <div className="max-h-72 overflow-y-auto" tabIndex={0} role="group" aria-label={`${title}, table`}>
          {table}
        </div>
      ) : (
        <div className="h-64 px-2 py-3" role="img" aria-label={`${title}. ${about}`}>
          {chart}
        </div>
      )}
    </Card>
  );
}
