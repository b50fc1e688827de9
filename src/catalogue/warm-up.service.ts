import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CallerService } from '../caller/caller.service.js';
import { CatalogueService } from './catalogue.service.js';

/** Loads the operator's own catalogue at the start, so that it is in memory before Open WebUI asks. */
@Injectable()
export class WarmUp implements OnApplicationBootstrap {
  private readonly logger = new Logger(WarmUp.name);
  private done = false;

  constructor(
    private readonly callers: CallerService,
    private readonly catalogue: CatalogueService,
  ) {}

  /** Whether the attempt is over; one that failed is repeated by the first request. */
  get isDone(): boolean {
    return this.done;
  }

  onApplicationBootstrap(): void {
    const operator = this.callers.operator();
    const loading = operator ? this.catalogue.list(operator) : Promise.resolve();
    loading
      .catch((error: unknown) => this.logger.warn('the catalogue is not loaded yet', { why: String(error) }))
      .finally(() => {
        this.done = true;
      });
  }
}
