import { expect, it } from 'vitest';
import { filledIn, filledInHtml, placeholdersIn } from '@/features/texts/model/placeholders';

it('finds each name once, in the order of the texts', () => {
  expect(placeholdersIn('Hi {{ firstName }}', 'In {{person.city}}, {{ firstName }}: {{ due-date }}')).toEqual(
    ['firstName', 'person.city', 'due-date'],
  );
  expect(placeholdersIn('{ no } {{}} {{ 1 }}')).toEqual([]);
});

it('leaves a name without a value as it is', () => {
  expect(filledIn('Hi {{ firstName }} of {{ city }}', { firstName: 'Ada', city: '' })).toBe(
    'Hi Ada of {{ city }}',
  );
});

it('a value is no markup', () => {
  expect(filledInHtml('<b>{{ name }}</b>', { name: '<script>"&' })).toBe('<b>&lt;script&gt;&quot;&amp;</b>');
});
