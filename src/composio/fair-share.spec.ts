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
    expect([share.take('a'), share.take('a'), share.take('a')]).toEqual([true, true, false]);
    const third = share.wait('a', soon());
    const fourth = share.wait('a', soon());
    expect(await isSettled(third)).toBe(false);

    share.giveBack('a');
    expect([await isSettled(third), await isSettled(fourth)]).toEqual([true, false]);
    expect(share.take('a')).toBe(false);
    share.giveBack('a');
    expect(await isSettled(fourth)).toBe(true);
  });

  it('keeps no other waiting', () => {
    const share = new FairShare(1);
    expect([share.take('a'), share.take('b')]).toEqual([true, true]);
  });

  it('is told in time that nothing was sent, and the place is not lost', async () => {
    const share = new FairShare(1);
    share.take('a');
    await expect(share.wait('a', performance.now() + 10)).rejects.toMatchObject({
      code: 'overloaded',
      status: 503,
      retryable: true,
    });
    const third = share.wait('a', soon());

    share.giveBack('a');
    expect(await isSettled(third)).toBe(true);
  });

  it('enters with half of its time left, or never', async () => {
    const share = new FairShare(1);
    share.take('a');
    const second = share.wait('a', performance.now() + 40);
    expect(share.waiting).toBe(1);
    setTimeout(() => share.giveBack('a'), 30);

    await expect(second).rejects.toMatchObject({ code: 'overloaded' });
    expect(share.waiting).toBe(0);
  });

  it('has all its places again when they are given back', () => {
    const share = new FairShare(2);
    for (const _ of [1, 2]) {
      expect([share.take('a'), share.take('a'), share.take('a')]).toEqual([true, true, false]);
      share.giveBack('a');
      share.giveBack('a');
    }
  });
});
