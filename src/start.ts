import { SettingsError } from './config/settings.js';

/** Runs a program; wrong settings end it with a line for each, without a stack. */
export async function start(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
