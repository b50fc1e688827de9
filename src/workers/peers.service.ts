import cluster from 'node:cluster';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import type { Gathered } from './gatherings.js';
import type { ToPrimary, ToWorker } from './messages.js';

/** What comes back for what a worker asked the primary. */
type Answer = Extract<ToWorker, { readonly id: number }>;

/** The other workers of this server, where it has any. */
@Injectable()
export class PeersService implements OnApplicationShutdown {
  private readonly asked = new Map<number, (answer: Answer) => void>();
  private readonly listeners: ((text: string) => void)[] = [];
  private say = () => '';
  private count = 0;
  private readonly take = (message: ToWorker) => this.receive(message);
  private readonly isWorker: boolean;

  constructor(@Inject(SETTINGS) { WORKERS }: Settings) {
    // Some process managers make a cluster of their own, which has no primary of ours.
    this.isWorker = WORKERS > 1 && cluster.isWorker;
    if (this.isWorker) process.on('message', this.take);
  }

  onApplicationShutdown(): void {
    process.off('message', this.take);
  }

  /**
   * Loads something once for all workers.
   * @param key the same for the same thing in each of them
   * @param keepMs for how long others are given it without a load of their own
   */
  async once(key: string, keepMs: number, load: () => Promise<string>): Promise<string> {
    if (!this.isWorker) return load();
    const answer = await this.ask((id) => ({ kind: 'ask', id, key }));
    if (answer.kind === 'text') return answer.text;
    try {
      const text = await load();
      send({ kind: 'loaded', key, text, keepMs });
      return text;
    } catch (error) {
      send({ kind: 'failed', key });
      throw error;
    }
  }

  /** Tells all others something. */
  tell(text: string): void {
    if (this.isWorker) send({ kind: 'tell', text });
  }

  /** Calls back with what others tell. */
  onTold(listener: (text: string) => void): void {
    this.listeners.push(listener);
  }

  /** What all others have to say, as `onGather` has them say it; of one that does not answer in time, what it said last. */
  async gather(): Promise<Gathered> {
    const nothing = { others: [], ended: [] };
    if (!this.isWorker) return nothing;
    const answer = await this.ask((id) => ({ kind: 'gather', id, text: this.say() }));
    return answer.kind === 'gathered' ? answer : nothing;
  }

  /** What this worker says when others gather. */
  onGather(say: () => string): void {
    this.say = say;
  }

  private ask(message: (id: number) => ToPrimary): Promise<Answer> {
    const id = (this.count += 1);
    return new Promise((resolve) => {
      this.asked.set(id, resolve);
      send(message(id));
    });
  }

  private receive(message: ToWorker): void {
    if (message.kind === 'told') for (const listener of this.listeners) listener(message.text);
    if (message.kind === 'asked') send({ kind: 'say', gathering: message.gathering, text: this.say() });
    if (!('id' in message)) return;
    this.asked.get(message.id)?.(message);
    this.asked.delete(message.id);
  }
}

function send(message: ToPrimary): void {
  process.send?.(message);
}
