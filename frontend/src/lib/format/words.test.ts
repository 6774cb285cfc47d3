import { expect, it } from 'vitest';
import { eventInWords } from '@/lib/format/words';

it.each([
  ['com.automatrix.lead.received.v1', 'Lead received'],
  ['com.automatrix.part.specialorder.received.v1', 'Part special order received'],
  ['com.automatrix.repairorder.statuschanged.v1', 'Repair order status changed'],
  ['com.lakeside.carwash.done.v1', 'Carwash done'],
])('says %s in words', (type, words) => {
  expect(eventInWords(type)).toBe(words);
});
