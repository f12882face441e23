import { z } from "zod";
import { Fault, FaultOrder, FaultTargets, RemovedFaults } from "@/lib/contracts/control-faults";
import type { ControlClient } from "./client";

/** Those that stand, oldest first. Control: GET /faults */
export const listFaults = (control: ControlClient): Promise<Fault[]> =>
  control.call({ method: "GET", path: "/faults", returns: z.array(Fault) });

/** Names of AMP's endpoints and of the node's RPC methods. Control: GET /faults/targets */
export const listFaultTargets = (control: ControlClient): Promise<FaultTargets> =>
  control.call({ method: "GET", path: "/faults/targets", returns: FaultTargets });

/** @param order with the options of its kind alone: others are refused. Control: POST /faults */
export const addFault = (control: ControlClient, order: FaultOrder): Promise<Fault> =>
  control.call({ method: "POST", path: "/faults", body: z.encode(FaultOrder, order), returns: Fault });

/** One fault, or all. Control: DELETE /faults */
export const removeFaults = (control: ControlClient, id: number | null): Promise<RemovedFaults> =>
  control.call({
    method: "DELETE",
    path: "/faults",
    body: id === null ? {} : { id },
    returns: RemovedFaults,
  });
