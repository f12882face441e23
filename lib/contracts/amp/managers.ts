import { z } from "zod";
import { wire } from "@/lib/contracts/wire";

export const Manager = wire({
  username: z.string(),
  id: z.int(),
  /** True on creation, until the issuer unlocks it. */
  isLocked: z.boolean(),
  /** Uuids of the assets the issuer granted. */
  assets: z.array(z.uuid()),
});
export type Manager = z.output<typeof Manager>;

export const ManagerCreate = wire({
  username: z.string().trim().min(1).max(150),
  password: z.string().min(1),
});
export type ManagerCreate = z.output<typeof ManagerCreate>;
