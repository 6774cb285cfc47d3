import { Moment } from '@/components/status/moment';
import { Badge, Tag } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/controls';
import { Cell, NameCell, Row, RowLink, Table } from '@/components/ui/table';
import type { DeadLetter } from '@/lib/events-types';
import { eventInWords } from '@/lib/format/words';

const HEAD = [
  { label: 'Record', className: 'w-[70%] lg:w-[58%]' },
  { label: 'Topic', className: 'hidden md:table-cell' },
  { label: 'When' },
];

interface DeadLettersTableProps {
  letters: DeadLetter[];
  chosen: ReadonlySet<string>;
  /** Null for those who may not send anything again. */
  onChoose: ((ids: string[], isChosen: boolean) => void) | null;
}

export function DeadLettersTable({ letters, chosen, onChoose }: DeadLettersTableProps) {
  const open = letters.filter((letter) => letter.state === 'OPEN').map((letter) => letter.id);
  return (
    <>
      {onChoose !== null && open.length > 1 && (
        <label className="flex items-center gap-3 border-b px-4 py-2 text-sm text-ink-soft">
          <Checkbox
            checked={open.every((id) => chosen.has(id))}
            onCheckedChange={(checked) => onChoose(open, checked === true)}
          />
          Choose all that are shown
        </label>
      )}
      <Table caption="Dead letters" head={HEAD} stacks>
        {letters.map((letter) => (
          <Row key={letter.id}>
            <NameCell>
              <div className="flex items-start gap-3">
                {onChoose !== null && letter.state === 'OPEN' && (
                  <Checkbox
                    className="relative z-10 mt-0.5"
                    aria-label={`Choose ${nameOf(letter)} of ${letter.at}`}
                    checked={chosen.has(letter.id)}
                    onCheckedChange={(checked) => onChoose([letter.id], checked === true)}
                  />
                )}
                <div className="min-w-0">
                  <span className="flex flex-wrap items-center gap-2">
                    <RowLink to={`/dead-letters/${letter.id}`}>{nameOf(letter)}</RowLink>
                    <LetterState letter={letter} />
                  </span>
                  <p className="truncate text-sm text-ink-faint">
                    {letter.reason ?? 'Your role does not show the reason.'}
                  </p>
                </div>
              </div>
            </NameCell>
            <Cell className="hidden md:table-cell">
              <Tag>{letter.topic}</Tag>
            </Cell>
            <Cell className="whitespace-nowrap text-ink-soft">
              <Moment at={letter.at} />
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  );
}

export function nameOf(letter: DeadLetter): string {
  return letter.eventType ? eventInWords(letter.eventType) : 'A record that is no event';
}

export function LetterState({ letter }: { letter: DeadLetter }) {
  if (letter.state === 'OPEN') return null;
  if (letter.state === 'DISCARDED') return <Badge tone="cancelled">Discarded</Badge>;
  return <Badge tone="completed">{letter.isEdited ? 'Mended and replayed' : 'Replayed'}</Badge>;
}
