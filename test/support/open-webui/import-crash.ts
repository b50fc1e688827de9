/**
 * Thrown where Open WebUI 0.11.0 raises while it converts a document. Its backend does not catch this per server:
 * one such document leaves every tool server of the instance without tools, or with stale ones.
 */
export class ImportCrash extends Error {
  override readonly name = 'ImportCrash';

  constructor(where: string, what: string) {
    super(`Open WebUI raises at ${where}: ${what}`);
  }
}
