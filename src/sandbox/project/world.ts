import { ConnectLinks } from './connect-links.js';
import { Project } from './project.js';

/** A tool that was run, whatever came of it. */
export interface Execution {
  readonly tool: string;
  readonly userId: string;
  readonly apiKey: string;
  readonly successful: boolean;
}

/** More keys than any test or demonstration uses; the project that was made first goes when there are more. */
const MAX_PROJECTS = 1_000;
const MAX_EXECUTIONS = 10_000;

/** All the state of one sandbox. */
export class World {
  readonly links = new ConnectLinks();
  readonly executions: Execution[] = [];
  private readonly projects = new Map<string, Project>();
  private counted = 0;

  /** @param baseUrl where browsers reach the sandbox, without a slash at the end. */
  constructor(readonly baseUrl: string) {}

  /** The project of an API key, made at its first use. */
  project(apiKey: string, now: Date): Project {
    const project = this.projects.get(apiKey) ?? new Project(now);
    this.projects.set(apiKey, project);
    const [oldest] = this.projects.keys();
    if (this.projects.size > MAX_PROJECTS && oldest !== undefined) this.projects.delete(oldest);
    return project;
  }

  record(execution: Execution): void {
    this.executions.push(execution);
    if (this.executions.length > MAX_EXECUTIONS) this.executions.shift();
  }

  /** The next number of a count that all ids of requests and logs share. */
  next(): number {
    this.counted += 1;
    return this.counted;
  }
}
