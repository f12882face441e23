import { z } from "zod";

/** GET and POST /switches give all of them. */
export const Switch = z.object({ name: z.string(), on: z.boolean(), text: z.string() });
export type Switch = z.output<typeof Switch>;
