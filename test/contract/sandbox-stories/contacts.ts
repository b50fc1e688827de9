import type { Step } from './story.js';

export const contactsStory: readonly Step[] = [
  {
    says: 'people are there from the start',
    tool: 'CONTACTS_LIST_CONTACTS',
    with: { query: 'example lda' },
    gives: { contacts: [{ id: 'con_1', name: 'Ada Almeida' }] },
  },
  {
    says: 'a person is added',
    tool: 'CONTACTS_CREATE_CONTACT',
    with: {
      name: 'Linus Lind',
      email: 'linus@example.com',
      address: { 'street.line1': 'Kaj 3', country: 'FI' },
    },
    gives: { id: 'con_3', phone: null, address: { 'street.line1': 'Kaj 3', country: 'FI' } },
  },
  {
    says: 'a person is found by email address',
    tool: 'CONTACTS_FIND_CONTACT',
    with: { email: 'linus@example.com' },
    gives: { contacts: [{ id: 'con_3' }] },
  },
  {
    says: 'a person is found by telephone number',
    tool: 'CONTACTS_FIND_CONTACT',
    with: { phone: '+351 555 0101' },
    gives: { contacts: [{ id: 'con_1' }] },
  },
  {
    says: 'a person is changed, and the rest stays',
    tool: 'CONTACTS_UPDATE_CONTACT',
    with: { contact_id: 'con_3', phone: '+358 555 0102' },
    gives: { name: 'Linus Lind', phone: '+358 555 0102', email: 'linus@example.com' },
  },
  {
    says: 'a person is deleted',
    tool: 'CONTACTS_DELETE_CONTACT',
    with: { contact_id: 'con_3' },
    gives: { deleted: true },
  },
  {
    says: 'a deleted person is gone',
    tool: 'CONTACTS_UPDATE_CONTACT',
    with: { contact_id: 'con_3', phone: '1' },
    fails: '404 Client Error',
  },
];
