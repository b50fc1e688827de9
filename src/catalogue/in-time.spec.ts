import { inTime } from './in-time.js';

const never = new Promise<string>(() => undefined);
const late = () => 'late';

describe('inTime', () => {
  it('gives what comes in time', async () => {
    expect(await inTime(20, Promise.resolve('work'), late)).toBe('work');
  });

  it('gives the other thing once it is late', async () => {
    expect(await inTime(5, never, late)).toBe('late');
  });

  it('fails as the work fails', async () => {
    await expect(inTime(20, Promise.reject(new Error('work failed')), late)).rejects.toThrow('work failed');
  });

  it('fails as being late says', async () => {
    const tooLate = () => {
      throw new Error('too late');
    };
    await expect(inTime(5, never, tooLate)).rejects.toThrow('too late');
  });
});
