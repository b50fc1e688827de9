const realNow = performance.now.bind(performance);
let ahead = 0;

afterEach(() => {
  ahead = 0;
  performance.now = realNow;
});

/** Puts the clock that freshness goes by ahead, until the test ends; timers go on as ever. */
export function passTime(seconds: number): void {
  ahead += seconds * 1_000;
  performance.now = () => realNow() + ahead;
}
