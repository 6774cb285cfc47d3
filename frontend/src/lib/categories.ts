import type { Category } from '@/lib/api-types';

/** In the order of the departments. */
export const CATEGORIES: Category[] = ['SALES', 'SERVICE', 'PARTS', 'FINANCE', 'SYSTEM', 'OTHER'];
