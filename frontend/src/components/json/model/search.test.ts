import { describe, expect, it } from 'vitest';
import { kept, pathTo } from '@/components/json/model/search';

const value = { lead: { phone: '+1 555', name: 'Ada' }, items: [{ sku: 'A1' }, { sku: 'B2' }], n: 42 };

describe('searching a value', () => {
  it('keeps what holds the words, with the way to it', () => {
    expect(kept(value, 'b2')).toEqual({ items: [undefined, { sku: 'B2' }] });
    expect(kept(value, '42')).toEqual({ n: 42 });
  });

  it('keeps the whole of what is named so', () => {
    expect(kept(value, 'LEAD')).toEqual({ lead: value.lead });
  });

  it('keeps everything while nothing is searched for, and nothing if nothing fits', () => {
    expect(kept(value, ' ')).toBe(value);
    expect(kept(value, 'zebra')).toBeUndefined();
  });
});

describe('the path to a value', () => {
  it('is the one that an expression uses', () => {
    expect(pathTo(pathTo(pathTo('input', 'items', false), '2', true), 'odd name', false)).toBe(
      'input.items[2].`odd name`',
    );
    expect(pathTo('', 'lead', false)).toBe('lead');
  });
});
