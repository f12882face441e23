import { z } from "zod";
import { refused } from "../../amp/refusal";
import { Fault, FaultOrder } from "../../faults/fault";
import { knownTargets, problemOfTarget } from "../../faults/names";
import { type ControlRoute, controlRoute } from "../route";

/** What goes wrong by order. */
export const faultRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/faults",
    summary: "The faults that stand, oldest first; remaining and skip count down.",
    input: z.object({}),
    output: z.array(Fault),
    run: async ({ world }) => world.faults.list(),
  }),
  controlRoute({
    method: "GET",
    path: "/faults/targets",
    summary: "The names that a fault's target may have: AMP's endpoints and the node's RPC methods.",
    input: z.object({}),
    output: z.object({ amp: z.array(z.string()), node: z.array(z.string()) }),
    run: async () => knownTargets(),
  }),
  controlRoute({
    method: "POST",
    path: "/faults",
    summary:
      "Lets calls go wrong. Every latency that fits hits a call, and the oldest that fits of the other kinds; the younger ones wait until that one is used up or removed.",
    input: FaultOrder,
    output: Fault,
    run: async ({ world }, order) => {
      const problem = problemOfTarget(order.surface, order.target);
      if (problem) throw refused(problem);
      return world.faults.add(order);
    },
  }),
  controlRoute({
    method: "DELETE",
    path: "/faults",
    summary: "Removes one fault, or all of them.",
    input: z.strictObject({ id: z.int().optional() }),
    output: z.object({ removed: z.array(z.int()) }),
    run: async ({ world }, { id }) => {
      const removed = await world.faults.remove(id);
      if (id !== undefined && removed.length === 0) throw refused(`There is no fault ${id}.`);
      return { removed };
    },
  }),
];
