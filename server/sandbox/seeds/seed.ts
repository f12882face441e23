import type { LiveEnv, Unit, World } from "../world";

export type Report = (done: number, total: number) => void;

/** One content that a new world can get. */
export type Seed = { summary: string } & (
  | {
      /** All of it in the one transaction that it is given; time may be turned in it. */
      fill(unit: Unit, env: LiveEnv): Promise<void>;
    }
  | {
      /** In transactions of its own, where one would take too long. The accounts come last: they say that it is done. */
      load(world: World, report: Report): Promise<void>;
    }
);
