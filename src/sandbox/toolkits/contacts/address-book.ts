import { Records } from '../../definition/records.js';

export interface Contact {
  readonly id: string;
  name: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  address: Readonly<Record<string, unknown>>;
}

export type AddressBook = Records<Contact>;

/** An address book with two people in it. */
export function seedAddressBook(): AddressBook {
  const book: AddressBook = new Records('contact', 'con_');
  const lisbon = { 'street.line1': 'Rua Nova 7', city: 'Lisbon', country: 'PT' };
  book.add((id) => ({
    id,
    name: 'Ada Almeida',
    email: 'ada@example.com',
    phone: '+351 555 0101',
    company: 'Example Lda',
    address: lisbon,
  }));
  book.add((id) => ({
    id,
    name: 'Grace Gomes',
    email: 'grace@example.com',
    phone: null,
    company: null,
    address: {},
  }));
  return book;
}

/** The two-letter country codes of ISO 3166-1. */
export const COUNTRIES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');
