import type { Intents } from './golden-intents.js';

/** In German, French and Spanish. */
export const FOREIGN: Intents = {
  foreign: [
    ['schreib eine E-Mail an Ada', 'MAIL_SEND_EMAIL', 'MAIL_CREATE_DRAFT'],
    ['welche Termine habe ich morgen', 'CALENDAR_LIST_EVENTS'],
    ['trage einen Termin in den Kalender ein', 'CALENDAR_CREATE_EVENT'],
    ['lege ein Ticket für den Fehler an', 'ISSUES_CREATE_ISSUE', '*_CREATE_TICKET'],
    ['lösche die Datei', 'FILES_DELETE_FILE', '*_DELETE_FILE'],
    ['füge eine Zeile in die Tabelle ein', 'SHEETS_APPEND_ROW'],
    ['schick dem Team im Chat eine Nachricht', 'CHAT_SEND_MESSAGE'],
    ['envoie un email à Ada', 'MAIL_SEND_EMAIL'],
    ["qu'est-ce que j'ai dans mon calendrier demain", 'CALENDAR_LIST_EVENTS'],
    ['crée une facture pour le client', 'INVOICES_CREATE_INVOICE', '*_CREATE_INVOICE'],
    ['supprime le fichier', 'FILES_DELETE_FILE', '*_DELETE_FILE'],
    ['cherche un contact', 'CONTACTS_FIND_CONTACT', 'CONTACTS_LIST_CONTACTS'],
    ['enviar un correo a Ada', 'MAIL_SEND_EMAIL'],
    ['crear un evento en el calendario', 'CALENDAR_CREATE_EVENT'],
    ['buscar un archivo', 'FILES_SEARCH_FILES', '*_SEARCH_FILE'],
    ['convertir millas a kilómetros', 'UTILITIES_CONVERT_UNITS'],
    ['cerrar la incidencia', 'ISSUES_CLOSE_ISSUE'],
  ],
};
