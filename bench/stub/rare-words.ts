/** A real catalogue has tens of thousands of words; the generated ones share a few hundred. */
const WORDS = 30_000;
const SYLLABLES = 'ba co di fu gra hel in jo ku lam mer no op pra qui ro sta tem ur vel wi xan yor zet'.split(
  ' ',
);

/** Says the next few invented words, common ones often and rare ones seldom; the same ones in every run. */
export function rareWords(): (count: number) => string {
  let state = 1;
  // Park and Miller's generator: enough for filler.
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return (count) => Array.from({ length: count }, () => word(Math.floor(WORDS ** draw()))).join(' ');
}

/** Its number in base 24, a syllable for each digit. */
function word(number: number): string {
  const digits = [number, number / 24, number / 576, number / 13_824].map((part) => Math.floor(part) % 24);
  return digits.map((digit) => SYLLABLES[digit]).join('');
}
