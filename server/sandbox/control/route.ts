import type { z } from "zod";
import type { Miner } from "../miner";
import type { World } from "../world";

/** What a control call works on. */
export interface Controls {
  world: World;
  miner: Miner;
}

/** One control call: its address, its shapes (both for the answer and for the API's description) and its work. */
export interface ControlRoute {
  method: "GET" | "POST" | "DELETE";
  path: string;
  /** One sentence for the description of the API. */
  summary: string;
  /** The body of a POST or DELETE, the query of a GET. */
  input: z.ZodType;
  output: z.ZodType;
  run: (controls: Controls, input: unknown) => Promise<unknown>;
}

/** Asked rightly and refused all the same; the body says more than one line. */
export class ControlRefusal extends Error {
  constructor(readonly body: { error: string }) {
    super(body.error);
    this.name = "ControlRefusal";
  }
}

/** Ties a route's work to its input's shape. `output` is the answer: what `run` returns besides is left out. */
export const controlRoute = <I extends z.ZodType>(
  route: Omit<ControlRoute, "input" | "run"> & {
    input: I;
    run: (controls: Controls, input: z.output<I>) => Promise<unknown>;
  },
): ControlRoute => route as ControlRoute;
