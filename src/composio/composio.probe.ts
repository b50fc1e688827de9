import { Inject, Injectable } from '@nestjs/common';
import type { AxiosInstance } from 'axios';
import { COMPOSIO_HTTP } from './composio.http.js';
import { UpstreamFailure } from './upstream-failure.js';

const LONGEST_MS = 5_000;

/** Finds out whether Composio answers at all. */
@Injectable()
export class ComposioProbe {
  constructor(@Inject(COMPOSIO_HTTP) private readonly http: AxiosInstance) {}

  /** One request, without anybody's key: an answer that asks for one is an answer. Never throws. */
  async isUp(): Promise<boolean> {
    try {
      await this.http.request({
        url: '/api/v3.1/toolkits/categories?limit=1',
        wireHeaders: ['accept', 'application/json'],
        deadlineAt: performance.now() + LONGEST_MS,
        'axios-retry': { retries: 0 },
      });
      return true;
    } catch (error) {
      const status = error instanceof UpstreamFailure ? error.response?.status : undefined;
      return status !== undefined && status < 500;
    }
  }
}
