import { z } from "zod";
import { writeSetting } from "../../settings-store";
import { SWITCHES_KEY, type Switches, switchNames, switchTexts } from "../../switches";
import type { World } from "../../world";
import { type ControlRoute, controlRoute } from "../route";

const Change = z.strictObject(
  Object.fromEntries(switchNames.map((name) => [name, z.boolean().optional()])) as Record<
    keyof Switches,
    z.ZodOptional<z.ZodBoolean>
  >,
);
const Shown = z.array(z.object({ name: z.string(), on: z.boolean(), text: z.string() }));

/** Open questions and bugs of the real service, one switch each. */
export const switchRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/switches",
    summary: "Every switch, whether it is on, and what is true while it is.",
    input: z.object({}),
    output: Shown,
    run: async ({ world }) => shown(world),
  }),
  controlRoute({
    method: "POST",
    path: "/switches",
    summary: "Turns switches on or off; those not named stay as they are.",
    input: Change,
    output: Shown,
    run: async ({ world }, change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, on]) => on !== undefined));
      // Under the lock, where another change or a restore may have come first.
      world.env.switches = await world.write(async ({ db }) => {
        const next = { ...world.env.switches, ...given };
        await writeSetting(db, SWITCHES_KEY, next);
        return next;
      });
      return shown(world);
    },
  }),
];

const shown = ({ env }: World): z.infer<typeof Shown> =>
  switchNames.map((name) => ({ name, on: env.switches[name], text: switchTexts[name] }));
