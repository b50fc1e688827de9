import { isoDay } from '../../definition/moment.js';
import { ProviderFailure } from '../../definition/provider-failure.js';
import { Records } from '../../definition/records.js';
import { choice, integer, list, number, object, text } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { toolkit } from '../../definition/toolkit.js';
import { FINANCE } from '../categories.js';

interface Invoice {
  readonly id: string;
  readonly customer: string;
  readonly currency: string;
  readonly total: number;
  readonly due: string;
  status: string;
}

type Ledger = Records<Invoice>;

/**
 * Invoices of a small business, behind an API key that the project has to bring: Composio has none of its own.
 * The tools publish no output schema, like those of toolkits that wrap an MCP server.
 */
export const invoices = toolkit<Ledger>({
  slug: 'invoices',
  name: 'Invoices',
  description: 'Billing: write invoices, see which are open, and mark them as paid.',
  categories: [FINANCE],
  access: 'custom',
  versions: ['20260905_00'],
  usageRank: 10,
  seed: seedLedger,
  tools: [
    tool<Ledger>({
      slug: 'INVOICES_CREATE_INVOICE',
      name: 'Create invoice',
      description:
        'Writes an invoice to a customer. Use it to bill work. Returns the invoice with its total and due date.',
      input: object(
        {
          customer: text('Who has to pay.', { minLength: 1 }),
          currency: choice('The currency.', ['EUR', 'GBP', 'USD'], { default: 'EUR' }),
          lines: list(
            'What is billed.',
            object(
              {
                text: text('What it is.'),
                quantity: number('How much of it.', { exclusiveMinimum: 0, default: 1 }),
                unit_price: number('Price of one.', { exclusiveMinimum: 0, multipleOf: 0.01 }),
              },
              ['text', 'unit_price'],
            ),
            { minItems: 1 },
          ),
          due_in_days: integer('In how many days it is due.', { default: 30, minimum: 0 }),
        },
        ['customer', 'lines'],
      ),
      tags: ['important', 'createHint', 'billing'],
      run: (args, ledger, { now }) => {
        const totals = args
          .groups('lines')
          .map((line) => line.number('quantity', 1) * line.number('unit_price'));
        const total = Math.round(totals.reduce((sum, amount) => sum + amount, 0) * 100) / 100;
        const due = isoDay(new Date(now.getTime() + args.integer('due_in_days', 30) * 86_400_000));
        const invoice = {
          customer: args.text('customer'),
          currency: args.text('currency', 'EUR'),
          total,
          due,
        };
        return { ...ledger.add((id) => ({ id, ...invoice, status: 'open' })) };
      },
    }),
    tool<Ledger>({
      slug: 'INVOICES_LIST_INVOICES',
      name: 'List invoices',
      description: 'Lists invoices, newest first. Use it to see what is still open and who owes how much.',
      input: object({ status: choice('Which ones.', ['open', 'paid', 'void', 'all'], { default: 'all' }) }),
      tags: ['important', 'readOnlyHint', 'idempotentHint', 'billing'],
      run: (args, ledger) => {
        const status = args.text('status', 'all');
        const found = ledger.all().filter((invoice) => status === 'all' || invoice.status === status);
        return { invoices: found.toReversed() };
      },
    }),
    tool<Ledger>({
      slug: 'INVOICES_MARK_AS_PAID',
      name: 'Mark invoice as paid',
      description: 'Notes that an invoice was paid. Returns the invoice.',
      input: object({ invoice_id: text('Id of the invoice.') }, ['invoice_id']),
      tags: ['updateHint', 'billing'],
      run: (args, ledger) => settle(ledger, args.text('invoice_id'), 'paid'),
    }),
    tool<Ledger>({
      slug: 'INVOICES_VOID_INVOICE',
      name: 'Void invoice',
      description: 'Cancels an open invoice, so that nobody has to pay it. It cannot be opened again.',
      input: object({ invoice_id: text('Id of the invoice.') }, ['invoice_id']),
      tags: ['destructiveHint', 'billing'],
      run: (args, ledger) => settle(ledger, args.text('invoice_id'), 'void'),
    }),
  ],
});

function settle(ledger: Ledger, id: string, status: string): Record<string, unknown> {
  const invoice = ledger.get(id);
  if (invoice.status !== 'open') {
    throw new ProviderFailure(409, `Invoice ${id} is ${invoice.status} already.`, `invoices/${id}`);
  }
  invoice.status = status;
  return { ...invoice };
}

function seedLedger(now: Date): Ledger {
  const ledger: Ledger = new Records('invoice', 'inv_');
  const due = isoDay(new Date(now.getTime() + 12 * 86_400_000));
  ledger.add((id) => ({ id, customer: 'Example Lda', currency: 'EUR', total: 480, due, status: 'open' }));
  return ledger;
}
