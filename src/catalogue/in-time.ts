/** Waits for something no longer than `ms` milliseconds; then `late` says what comes of it instead, or throws. */
export async function inTime<T>(ms: number, work: Promise<T>, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms).unref();
  });
  try {
    return await Promise.race([work, waiting.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}
