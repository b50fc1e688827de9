import type { ChildProcess } from 'node:child_process';

/** One of the functions a child process offers; its argument and result travel over IPC. */
type Method<A, K extends keyof A> = A[K] extends (argument: infer In) => infer Out
  ? { readonly in: In; readonly out: Awaited<Out> }
  : never;

interface Question {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** Asks a child process that called `answerParent`, and waits for its answers. */
export class Asker<A extends object> {
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();

  constructor(private readonly child: ChildProcess) {
    child.on('message', (answer: Answer) => {
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    });
    child.once('exit', () => {
      for (const [id, settle] of this.waiting) settle({ id, error: 'the process ended' });
      this.waiting.clear();
    });
  }

  /** @throws when the child throws, or ends before it answers */
  ask<K extends keyof A & string>(name: K, argument: Method<A, K>['in']): Promise<Method<A, K>['out']> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) =>
        error === undefined
          ? resolve(result)
          : reject(new Error(`${name} in ${this.child.spawnargs.at(-1)}: ${error}`)),
      );
      this.child.send({ id, name, argument } satisfies Question);
    });
  }
}

/** Answers the questions of the process that started this one, and ends with it. */
export function answerParent(handlers: object): void {
  const byName = handlers as Record<string, (argument: unknown) => unknown>;
  process.on('message', ({ id, name, argument }: Question) => {
    Promise.resolve(argument)
      .then(byName[name])
      .then(
        (result) => reply({ id, result }),
        (error: unknown) => reply({ id, error: String(error) }),
      );
  });
  process.once('disconnect', () => process.exit());
}

function reply(answer: Answer): void {
  process.send?.(answer);
}
