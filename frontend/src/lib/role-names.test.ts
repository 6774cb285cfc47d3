import { expect, it } from 'vitest';
import { roleName, roleOf } from '@/lib/role-names';

it.each([
  ['SALES', 'Sales'],
  ['SALES_MANAGER', 'Sales manager'],
  ['BDC', 'BDC'],
  ['PARTS_DESK', 'Parts desk'],
  ['{{ input.role }}', '{{ input.role }}'],
  ['', ''],
])('calls the role %s as people do, and knows it by that name', (role, name) => {
  expect(roleName(role)).toBe(name);
  expect(roleOf(name)).toBe(role);
});
