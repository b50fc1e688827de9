import type { Category } from '../definition/toolkit.js';

/* The shelves that toolkits stand on; a toolkit may stand on several. */

export const COMMUNICATION: Category = { id: 'communication', name: 'Communication' };
export const DEVELOPER_TOOLS: Category = { id: 'developer-tools', name: 'Developer Tools' };
export const DOCUMENTS: Category = { id: 'documents', name: 'Documents' };
export const FINANCE: Category = { id: 'finance', name: 'Finance' };
export const PRODUCTIVITY: Category = { id: 'productivity', name: 'Productivity' };
export const SALES: Category = { id: 'sales', name: 'Sales' };
export const SCHEDULING: Category = { id: 'scheduling', name: 'Scheduling' };
