import type { Fault, FaultOrder, RemovedFaults } from "@/lib/contracts/control-faults";
import type { Actor } from "@/lib/domain/actor";
import { FAULT_OPTIONS } from "@/lib/domain/faults";
import type { FaultsView } from "@/lib/domain/sandbox";
import { audited } from "@/server/audit/audited";
import { addFault, listFaults, listFaultTargets, removeFaults } from "@/server/control/faults";
import { now } from "@/server/platform/clock";
import { controlFor } from "./sandbox";

/** Asks AMP and the node nothing: that would use up the faults it shows. Control: GET /faults, GET /faults/targets */
export async function readFaults(actor: Actor): Promise<FaultsView> {
  const control = await controlFor(actor);
  const [faults, targets] = await Promise.all([listFaults(control), listFaultTargets(control)]);
  return { faults, targets, asOf: now() };
}

/** Control: POST /faults */
export async function orderFault(actor: Actor, order: FaultOrder): Promise<Fault> {
  const control = await controlFor(actor);
  const { surface, target, kind } = order;
  return audited(actor, { action: "sandbox.fault-added", detail: { surface, target, kind } }, () =>
    addFault(control, withOwnOptions(order)),
  );
}

/** A form keeps what was typed for another kind; the sandbox refuses options that a kind does not have. */
function withOwnOptions(order: FaultOrder): FaultOrder {
  const { surface, target, kind, remaining, skip, probability } = order;
  const { numbers, hasEffect, hasContentType } = FAULT_OPTIONS[kind];
  const own = [
    ...numbers,
    ...(hasEffect ? (["effect"] as const) : []),
    ...(hasEffect && order.effect === "later" ? (["afterMs"] as const) : []),
    ...(hasContentType ? (["contentType"] as const) : []),
  ];
  const options = Object.fromEntries(
    own.filter((name) => order[name] !== undefined).map((name) => [name, order[name]]),
  );
  return { surface, target, kind, remaining, skip, probability, ...options };
}

/** @param id null for all of them. Control: DELETE /faults */
export async function removeFault(actor: Actor, { id }: { id: number | null }): Promise<RemovedFaults> {
  const control = await controlFor(actor);
  const entry =
    id === null
      ? { action: "sandbox.faults-removed" }
      : { action: "sandbox.fault-removed", detail: { fault: id } };
  return audited(actor, entry, () => removeFaults(control, id));
}
