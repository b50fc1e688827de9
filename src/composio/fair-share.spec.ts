import { FairShare } from './fair-share.js';

const soon = () => performance.now() + 1_000;

/** Whether something happened by now. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  await new Promise(setImmediate);
  return (await Promise.race([work, Promise.resolve(pending)])) !== pending;
}

describe('A credential that has all its requests under way', () => {
  it('waits for one of them to end, and those who wait go in their order', async () => {
    const share = new FairShare(2);
    const first = await share.take('a', soon());
    await share.take('a', soon());
    const third = share.take('a', soon());
    const fourth = share.take('a', soon());
    expect(await isSettled(third)).toBe(false);

    first();
    expect([await isSettled(third), await isSettled(fourth)]).toEqual([true, false]);
    (await third)();
    expect(await isSettled(fourth)).toBe(true);
  });

  it('keeps no other waiting', async () => {
    const share = new FairShare(1);
    await share.take('a', soon());

    expect(await isSettled(share.take('b', soon()))).toBe(true);
  });

  it('is told at its deadline that nothing was sent, and the place is not lost', async () => {
    const share = new FairShare(1);
    const first = await share.take('a', soon());
    await expect(share.take('a', performance.now() + 5)).rejects.toMatchObject({
      code: 'overloaded',
      status: 503,
      retryable: true,
    });
    const third = share.take('a', soon());

    first();
    expect(await isSettled(third)).toBe(true);
  });

  it('has all its places again when they are given back', async () => {
    const share = new FairShare(2);
    const places = await Promise.all([share.take('a', soon()), share.take('a', soon())]);
    for (const giveBack of places) giveBack();

    const again = [share.take('a', soon()), share.take('a', soon())];
    expect(await isSettled(Promise.all(again))).toBe(true);
  });
});
