import type { Switch } from "@/lib/contracts/control-switches";
import type { Actor } from "@/lib/domain/actor";
import { audited } from "@/server/audit/audited";
import { listSwitches, turnSwitch } from "@/server/control/switches";
import { controlFor } from "./sandbox";

/** Control: GET /switches */
export async function readSwitches(actor: Actor): Promise<Switch[]> {
  return listSwitches(await controlFor(actor));
}

/** Control: POST /switches */
export async function turnOneSwitch(actor: Actor, input: { name: string; on: boolean }): Promise<Switch[]> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.switch-turned", detail: { name: input.name, on: input.on } }, () =>
    turnSwitch(control, input),
  );
}
