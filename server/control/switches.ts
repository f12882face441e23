import { z } from "zod";
import { Switch } from "@/lib/contracts/control-switches";
import type { ControlClient } from "./client";

/** Control: GET /switches */
export const listSwitches = (control: ControlClient): Promise<Switch[]> =>
  control.call({ method: "GET", path: "/switches", returns: z.array(Switch) });

/** Turns one switch; the others stay. Control: POST /switches */
export const turnSwitch = (
  control: ControlClient,
  { name, on }: { name: string; on: boolean },
): Promise<Switch[]> =>
  control.call({ method: "POST", path: "/switches", body: { [name]: on }, returns: z.array(Switch) });
