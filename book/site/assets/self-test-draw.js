// Drawing lots for a self-test. Pure: no page, no storage; `random` is Math.random or a test's own.

/** The items in a drawn order. */
export function shuffled(items, random = Math.random) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** One of the items, but not the one drawn `before`: who tries again meets other numbers. */
export const another = (items, before, random = Math.random) => shuffled(items.filter((item) => item !== before), random)[0];
