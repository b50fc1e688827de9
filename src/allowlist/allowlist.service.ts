import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.js';
import { type Allowlist, allowlistOf } from './allowlist.js';

/** The allowlist in force. */
@Injectable()
export class AllowlistService {
  readonly current: Allowlist;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.current = allowlistOf(settings);
  }
}
