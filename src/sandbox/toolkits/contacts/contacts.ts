import { choice, flag, list, object, text, type Schema } from '../../definition/schema.js';
import { tool } from '../../definition/tool.js';
import { toolkit } from '../../definition/toolkit.js';
import { hasWords } from '../../definition/words.js';
import { COMMUNICATION, SALES } from '../categories.js';
import { COUNTRIES, seedAddressBook, type AddressBook, type Contact } from './address-book.js';

const contactParts = {
  id: text('Id of the contact.'),
  name: text('Full name.'),
  email: text('Email address.', { nullable: true }),
  phone: text('Telephone number.', { nullable: true }),
  company: text('Where the person works.', { nullable: true }),
};

// Neither a `type` beside the properties nor a name without dots: both occur in nested provider schemas.
const address: Schema = {
  description: 'Postal address.',
  properties: {
    'street.line1': text('Street and number.'),
    'street.line2': text('Floor, flat or other addition.'),
    city: text('City.'),
    country: choice('Two-letter country code.', COUNTRIES),
  },
};

const byEmail = object({ email: text('Email address of the person.', { format: 'email' }) }, ['email']);
const byPhone = object({ phone: text('Telephone number of the person.') }, ['phone']);

/** An address book. Nobody is connected to it, and the project has no auth config for it yet. */
export const contacts = toolkit<AddressBook>({
  slug: 'contacts',
  name: 'Contacts',
  description: 'Address book: find, add and change people with their email addresses and telephone numbers.',
  categories: [SALES, COMMUNICATION],
  access: 'managed',
  versions: ['20260718_00', '20260920_00'],
  usageRank: 9,
  seed: seedAddressBook,
  tools: [
    tool<AddressBook>({
      slug: 'CONTACTS_CREATE_CONTACT',
      name: 'Create contact',
      description:
        'Adds a person to the address book with email, telephone, company and address. Returns the contact.',
      input: object(
        {
          name: text('Full name.', { minLength: 1 }),
          email: text('Email address.', { format: 'email' }),
          phone: text('Telephone number.'),
          company: text('Where the person works.'),
          address,
        },
        ['name'],
      ),
      output: contactParts,
      tags: ['important', 'createHint', 'people'],
      scopes: ['contacts.write'],
      run: (args, book) => {
        const person = {
          name: args.text('name'),
          email: args.optionalText('email') ?? null,
          phone: args.optionalText('phone') ?? null,
          company: args.optionalText('company') ?? null,
          address: args.record('address', {}),
        };
        return view(book.add((id) => ({ id, ...person })));
      },
    }),
    tool<AddressBook>({
      slug: 'CONTACTS_FIND_CONTACT',
      name: 'Find contact',
      description:
        'Finds a person by email address or telephone number. Returns the contacts that fit, or none.',
      // The alternatives stand at the root, which has no type of its own.
      input: { anyOf: [byEmail, byPhone] },
      output: { contacts: list('The contacts.', object(contactParts)) },
      tags: ['readOnlyHint', 'idempotentHint', 'people'],
      scopes: ['contacts.read'],
      run: (args, book) => {
        const fits = args.has('email')
          ? (contact: Contact) => contact.email === args.text('email')
          : (contact: Contact) => contact.phone === args.text('phone');
        return { contacts: book.all().filter(fits).map(view) };
      },
    }),
    tool<AddressBook>({
      slug: 'CONTACTS_LIST_CONTACTS',
      name: 'List contacts',
      description:
        'Lists the people in the address book, or those whose name or company contains some words.',
      input: object({ query: text('Words of the name or company.', { default: '' }) }),
      output: { contacts: list('The contacts.', object(contactParts)) },
      tags: ['important', 'readOnlyHint', 'idempotentHint', 'people'],
      scopes: ['contacts.read'],
      run: (args, book) => {
        const query = args.text('query', '');
        return {
          contacts: book
            .all()
            .filter((entry) => hasWords(query, entry.name, entry.company ?? ''))
            .map(view),
        };
      },
    }),
    tool<AddressBook>({
      slug: 'CONTACTS_UPDATE_CONTACT',
      name: 'Update contact',
      description:
        'Changes the name, email, telephone or company of a person; what is left out stays as it is.',
      input: object(
        {
          contact_id: text('Id of the contact.'),
          name: text('New name.'),
          email: text('New email address.'),
          phone: text('New telephone number.'),
          company: text('New company.'),
        },
        ['contact_id'],
      ),
      output: contactParts,
      tags: ['updateHint', 'idempotentHint', 'people'],
      scopes: ['contacts.write'],
      run: (args, book) => {
        const contact = book.get(args.text('contact_id'));
        contact.name = args.text('name', contact.name);
        contact.email = args.optionalText('email') ?? contact.email;
        contact.phone = args.optionalText('phone') ?? contact.phone;
        contact.company = args.optionalText('company') ?? contact.company;
        return view(contact);
      },
    }),
    tool<AddressBook>({
      slug: 'CONTACTS_DELETE_CONTACT',
      name: 'Delete contact',
      description: 'Deletes a person from the address book for good.',
      input: object({ contact_id: text('Id of the contact.') }, ['contact_id']),
      output: { contact_id: text('Id of the deleted contact.'), deleted: flag('Always true.') },
      tags: ['destructiveHint'],
      scopes: ['contacts.write'],
      run: (args, book) => ({ contact_id: book.remove(args.text('contact_id')).id, deleted: true }),
    }),
  ],
});

function view(contact: Contact): Record<string, unknown> {
  return { ...contact };
}
