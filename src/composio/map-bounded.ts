/** Maps with at most `limit` calls under way; the order of results is that of the inputs. The first failure ends it. */
export async function mapBounded<In, Out>(
  inputs: readonly In[],
  limit: number,
  map: (input: In, index: number) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  const entries = inputs.entries();
  let failed = false;
  const work = async () => {
    for (const [index, input] of entries) {
      if (failed) return;
      try {
        results[index] = await map(input, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, work));
  return results;
}
