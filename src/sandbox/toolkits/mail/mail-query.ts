import { hasWords } from '../../definition/words.js';
import type { Message } from './mailbox.js';

const TERM = /(\w+):("[^"]*"|\S+)|"([^"]*)"|(\S+)/g;

/** Whether a message fits a query in the mailbox's search language (described at MAIL_SEARCH_MESSAGES). */
export function fitsMailQuery(message: Message, query: string): boolean {
  return [...query.matchAll(TERM)].every(([, operator, value, phrase, word]) => {
    if (operator !== undefined && value !== undefined) {
      return fitsOperator(message, operator.toLowerCase(), value.replaceAll('"', ''));
    }
    const wanted = (phrase ?? word ?? '').toLowerCase();
    return `${message.subject}\n${message.body}\n${message.from}`.toLowerCase().includes(wanted);
  });
}

function fitsOperator(message: Message, operator: string, value: string): boolean {
  switch (operator) {
    case 'from':
      return hasWords(value, message.from);
    case 'to':
      return hasWords(value, ...message.to, ...message.cc);
    case 'subject':
      return hasWords(value, message.subject);
    case 'label':
    case 'in':
    case 'is':
      return message.labels.some((label) => label.toLowerCase() === value.toLowerCase());
    case 'has':
      return value === 'attachment' && message.attachments.length > 0;
    case 'after':
      return message.date.slice(0, 10) >= value;
    case 'before':
      return message.date.slice(0, 10) < value;
    default:
      return hasWords(`${operator}:${value}`, message.subject, message.body);
  }
}
