import { daysFrom } from '../../definition/moment.js';
import { Records } from '../../definition/records.js';

export interface Comment {
  readonly author: string;
  readonly body: string;
  readonly created_at: string;
}

export interface Issue {
  readonly id: string;
  readonly created_at: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  closed_reason: string | null;
  priority: string;
  assignee: string | null;
  labels: readonly string[];
  custom_fields: Readonly<Record<string, unknown>>;
  updated_at: string;
  readonly comments: Comment[];
}

export interface Tracker {
  readonly issues: Records<Issue>;
  readonly labels: { readonly name: string; readonly color: string }[];
}

export type IssueDraft = Pick<Issue, 'title' | 'body' | 'priority' | 'assignee' | 'labels' | 'custom_fields'>;

/** Files a new issue. */
export function open(tracker: Tracker, draft: IssueDraft, time: string): Issue {
  return tracker.issues.add((id) => ({
    id,
    state: 'open',
    closed_reason: null,
    created_at: time,
    updated_at: time,
    comments: [],
    ...draft,
  }));
}

/** A tracker with a few issues of a web shop in it. */
export function seedTracker(now: Date): Tracker {
  const tracker: Tracker = {
    issues: new Records('issue', 'ISS-'),
    labels: [
      { name: 'bug', color: '#d73a4a' },
      { name: 'feature', color: '#a2eeef' },
      { name: 'docs', color: '#0075ca' },
    ],
  };
  const file = (
    days: number,
    title: string,
    body: string,
    priority: string,
    labels: string[],
    assignee: string | null,
  ) =>
    open(
      tracker,
      { title, body, priority, labels, assignee, custom_fields: {} },
      daysFrom(now, days, '10:00'),
    );
  file(-9, 'Login page shows a blank screen', 'Happens with an expired session.', 'high', ['bug'], 'grace');
  file(-5, 'Dark mode', 'People ask for it every week.', 'low', ['feature'], null);
  file(-3, 'Checkout rounds prices wrongly', 'A cart of 3 × 0.10 shows 0.31.', 'urgent', ['bug'], 'ada');
  file(-1, 'Describe the export format', 'The columns are not explained anywhere.', 'medium', ['docs'], null);
  return tracker;
}
