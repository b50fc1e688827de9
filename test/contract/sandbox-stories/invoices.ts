import type { Step } from './story.js';

export const invoicesStory: readonly Step[] = [
  {
    says: 'an open invoice is there from the start',
    tool: 'INVOICES_LIST_INVOICES',
    with: { status: 'open' },
    gives: { invoices: [{ id: 'inv_1', total: 480 }] },
  },
  {
    says: 'an invoice is written and added up',
    tool: 'INVOICES_CREATE_INVOICE',
    with: {
      customer: 'Grace Gomes',
      lines: [
        { text: 'Advice', quantity: 3, unit_price: 0.1 },
        { text: 'Travel', unit_price: 20 },
      ],
      due_in_days: 7,
    },
    gives: { id: 'inv_2', total: 20.3, currency: 'EUR', due: '2026-12-01', status: 'open' },
  },
  {
    says: 'an invoice is paid',
    tool: 'INVOICES_MARK_AS_PAID',
    with: { invoice_id: 'inv_2' },
    gives: { status: 'paid' },
  },
  {
    says: 'a paid invoice cannot be cancelled',
    tool: 'INVOICES_VOID_INVOICE',
    with: { invoice_id: 'inv_2' },
    fails: '409 Client Error',
  },
  {
    says: 'an open invoice is cancelled',
    tool: 'INVOICES_VOID_INVOICE',
    with: { invoice_id: 'inv_1' },
    gives: { status: 'void' },
  },
];
