import type { Intents } from './golden-intents.js';

/** Invoices, and the utilities that need no account. */
export const ODDS_AND_ENDS: Intents = {
  plain: [
    ['write an invoice to Contoso', 'INVOICES_CREATE_INVOICE', '*_CREATE_INVOICE'],
    ['who still owes us money', 'INVOICES_LIST_INVOICES', '*_LIST_INVOICE', '*_SEARCH_INVOICE'],
    ['the customer paid the invoice', 'INVOICES_MARK_AS_PAID'],
    ['cancel the invoice', 'INVOICES_VOID_INVOICE', '*_DELETE_INVOICE'],
    ['what time is it in Tokyo', 'UTILITIES_GET_CURRENT_TIME', 'UTILITIES_CONVERT_TIME'],
    ['how many miles are 10 kilometres', 'UTILITIES_CONVERT_UNITS'],
    ['how many days until Christmas', 'UTILITIES_COUNT_DAYS_BETWEEN'],
    ['how many words does this text have', 'UTILITIES_COUNT_WORDS'],
    ['write this text in capital letters', 'UTILITIES_CHANGE_CASE'],
    ['remember the number 4711 as my locker', 'UTILITIES_REMEMBER_NUMBER'],
  ],
  synonym: [
    ['bill the client for ten hours', 'INVOICES_CREATE_INVOICE', '*_CREATE_INVOICE'],
    ['which bills are open', 'INVOICES_LIST_INVOICES', '*_LIST_INVOICE', '*_SEARCH_INVOICE'],
    ['make this text upper case', 'UTILITIES_CHANGE_CASE'],
    ['sha256 checksum of a string', 'UTILITIES_HASH_TEXT'],
    ["what's today's date", 'UTILITIES_GET_CURRENT_TIME'],
    ['translate 15:00 UTC to Lisbon time', 'UTILITIES_CONVERT_TIME'],
    ['which number did I tell you to keep', 'UTILITIES_RECALL_NUMBER', 'UTILITIES_REMEMBER_NUMBER'],
  ],
  form: [
    ['invoices listed', 'INVOICES_LIST_INVOICES', '*_LIST_INVOICE'],
    ['creating an invoice', 'INVOICES_CREATE_INVOICE', '*_CREATE_INVOICE'],
    ['converting pounds to kilograms', 'UTILITIES_CONVERT_UNITS'],
    ['word count', 'UTILITIES_COUNT_WORDS'],
  ],
  typo: [
    ['write an invioce', 'INVOICES_CREATE_INVOICE', '*_CREATE_INVOICE'],
    ['covnert units', 'UTILITIES_CONVERT_UNITS'],
    ['curent time', 'UTILITIES_GET_CURRENT_TIME'],
  ],
  app: [
    ['invoices: mark number 12 as paid', 'INVOICES_MARK_AS_PAID'],
    ['list all invoices', 'INVOICES_LIST_INVOICES', '*_LIST_INVOICE'],
  ],
  slug: [
    ['INVOICES_VOID', 'INVOICES_VOID_INVOICE'],
    ['utilities hash text', 'UTILITIES_HASH_TEXT'],
    ['get_current_time', 'UTILITIES_GET_CURRENT_TIME'],
    ['convertUnits', 'UTILITIES_CONVERT_UNITS'],
  ],
  chatty: [
    [
      'we finished the website for the bakery, so please send them an invoice over 1,200 euros, due in two weeks',
      'INVOICES_CREATE_INVOICE',
      '*_CREATE_INVOICE',
    ],
    [
      'my American friend says it is 25 miles to the lake and I have no idea how much that is in kilometres',
      'UTILITIES_CONVERT_UNITS',
    ],
    [
      'the abstract may have 200 words at most, can you count how many words there are in mine',
      'UTILITIES_COUNT_WORDS',
    ],
    [
      'how many days is it from the first of March to the day of our wedding on the ninth of June',
      'UTILITIES_COUNT_DAYS_BETWEEN',
    ],
  ],
  'one word': [
    ['checksum', 'UTILITIES_HASH_TEXT'],
    ['kilometres', 'UTILITIES_CONVERT_UNITS'],
    ['now', 'UTILITIES_GET_CURRENT_TIME'],
    ['unpaid', 'INVOICES_LIST_INVOICES', 'INVOICES_MARK_AS_PAID'],
  ],
};
