import { startComposio } from '../support/scripted-composio.js';
import { startServer } from '../support/start-server.js';

describe('The health', () => {
  it('tells of the process, of readiness and of Composio, which it asks once at most and without a key', async () => {
    const composio = await startComposio();
    const server = await startServer({ composio });
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await server.get('/health', { key: null }).expect(200)).body).toEqual({
        status: 'ok',
        ready: true,
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        uptime_seconds: expect.any(Number),
        composio: 'up',
      });
      expect((await server.get('/health/live', { key: null }).expect(200)).body).toEqual({ status: 'alive' });
      expect((await server.get('/health/ready', { key: null }).expect(200)).body).toEqual({
        status: 'ready',
      });
    }
    expect(composio.count()).toBeLessThanOrEqual(1);
    expect(composio.requests.flatMap(({ key }) => key || [])).toEqual([]);
  });

  it('is degraded, but neither dead nor unready, while Composio is down', async () => {
    const gone = await startComposio();
    await gone.down();
    const lonely = await startServer({ composio: gone });

    const answers = await Promise.all(Array.from({ length: 10 }, () => lonely.get('/health', { key: null })));

    for (const { body } of answers)
      expect(body).toMatchObject({ status: 'degraded', composio: 'down', ready: true });
    await lonely.get('/health/live').expect(200);
    await lonely.get('/health/ready').expect(200);
  });
});
