import type { Exchange, Reply } from '../http/exchange.js';
import type { Project } from '../project/project.js';
import type { World } from '../project/world.js';

/** What a route of the API works with: the request, the project of its key, and the rest of the sandbox. */
export interface Call {
  readonly exchange: Exchange;
  readonly project: Project;
  readonly apiKey: string;
  readonly world: World;
}

/** Answers a request to the API; throws `ApiError` to answer with an error. */
export type Handler = (call: Call) => Reply | Promise<Reply>;
