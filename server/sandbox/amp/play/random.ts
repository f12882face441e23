/** Numbers that the same seed always gives again (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks of one command: the same ones whenever the command is played again, whatever was played before. */
export class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seededRandom(seed);
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(part: number): boolean {
    return this.next() < part;
  }

  /** @throws NothingToDo from an empty list */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new NothingToDo();
    return item;
  }

  /** Nearly always one of the first list, if it has any. */
  prefer<T>(items: readonly T[], others: readonly T[]): T {
    return this.pick(items.length > 0 && this.chance(0.9) ? items : others);
  }
}

/** A command that has no object in the world as it is. */
export class NothingToDo extends Error {}
