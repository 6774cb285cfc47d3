import type { DealershipForm } from '@/features/settings/model/dealership';
import type { Editing } from '@/components/form/use-editing';
import { Input, Select } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';

const ZONES = Intl.supportedValuesOf('timeZone');

/** Name, phone, address and time zone. */
export function StoreFields({ form }: { form: Editing<DealershipForm> }) {
  const { value, change, errorAt } = form;
  const zones = ZONES.includes(value.timeZone) ? ZONES : [value.timeZone, ...ZONES];
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <Field label="Name" error={errorAt('/name')} required>
        {(ids) => (
          <Input
            {...ids}
            value={value.name}
            maxLength={120}
            onChange={(event) => change('/name', { ...value, name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Phone" error={errorAt('/phone')} required={false}>
        {(ids) => (
          <Input
            {...ids}
            type="tel"
            value={value.phone ?? ''}
            onChange={(event) => change('/phone', { ...value, phone: event.target.value || null })}
          />
        )}
      </Field>
      <Field label="Address" error={errorAt('/address')} required={false}>
        {(ids) => (
          <Input
            {...ids}
            value={value.address ?? ''}
            maxLength={300}
            onChange={(event) => change('/address', { ...value, address: event.target.value || null })}
          />
        )}
      </Field>
      <Field label="Time zone" error={errorAt('/timeZone')} required>
        {(ids) => (
          <Select
            {...ids}
            value={value.timeZone}
            onChange={(event) => change('/timeZone', { ...value, timeZone: event.target.value })}
          >
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
