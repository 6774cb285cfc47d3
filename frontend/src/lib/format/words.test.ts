import { expect, it } from 'vitest';
import { eventInWords, inWords } from '@/lib/format/words';

it.each([
  ['com.automatrix.lead.received.v1', 'Lead received'],
  ['com.automatrix.part.specialorder.received.v1', 'Part special order received'],
  ['com.automatrix.repairorder.statuschanged.v1', 'Repair order status changed'],
  ['com.lakeside.carwash.done.v1', 'Carwash done'],
])('says %s in words', (type, words) => {
  expect(eventInWords(type)).toBe(words);
});

it.each([
  ['leadScore', 'Lead score'],
  ['SALES_MANAGER', 'Sales manager'],
  ['BDC', 'BDC'],
  ['vinVerdict', 'VIN verdict'],
  ['tradeInVin', 'Trade in VIN'],
  ['vinyl', 'Vinyl'],
])('says %s as people write it', (name, words) => {
  expect(inWords(name)).toBe(words);
});
