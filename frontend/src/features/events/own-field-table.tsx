import { Plus, Trash2 } from 'lucide-react';
import { FIELD_TYPES, type FieldType, type OwnField } from '@/features/events/model/own-type';
import { Button } from '@/components/ui/button';
import { Checkbox, Input, Select } from '@/components/ui/controls';
import { inWords } from '@/lib/format/words';

const EMPTY: OwnField = { name: '', type: 'string', required: true, description: '' };

interface OwnFieldTableProps {
  fields: OwnField[];
  onChange: (fields: OwnField[]) => void;
}

/** A line for each field of an event. */
export function OwnFieldTable({ fields, onChange }: OwnFieldTableProps) {
  const change = (at: number, part: Partial<OwnField>) =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...part } : field)));
  return (
    <div className="flex flex-col gap-3">
      {fields.map((field, index) => {
        const name = `Field ${index + 1}`;
        return (
          <div key={index} className="flex flex-wrap items-center gap-2">
            <Input
              aria-label={`${name}: name`}
              placeholder="stockNumber"
              className="w-full font-mono sm:w-44"
              value={field.name}
              onChange={(event) => change(index, { name: event.target.value.trim() })}
            />
            <span className="w-36">
              <Select
                aria-label={`${name}: type`}
                value={field.type}
                onChange={(event) => change(index, { type: event.target.value as FieldType })}
              >
                {FIELD_TYPES.map((type) => (
                  <option key={type} value={type}>
                    {inWords(type)}
                  </option>
                ))}
              </Select>
            </span>
            <Input
              aria-label={`${name}: description`}
              placeholder="What it is"
              className="min-w-40 flex-1"
              value={field.description}
              onChange={(event) => change(index, { description: event.target.value })}
            />
            <label className="flex items-center gap-2">
              <Checkbox
                checked={field.required}
                onCheckedChange={(checked) => change(index, { required: checked === true })}
              />
              Required
            </label>
            <Button
              variant="quiet"
              size="icon"
              aria-label={`Remove ${field.name || name}`}
              onClick={() => onChange(fields.filter((_, at) => at !== index))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
        );
      })}
      <Button className="self-start" onClick={() => onChange([...fields, EMPTY])}>
        <Plus aria-hidden />
        Add a field
      </Button>
    </div>
  );
}
