import { expect } from "vitest";
import type { TestSandbox } from "@/server/sandbox/testing";

/** From now on the sandbox's AMP answers nothing, or nothing of `target`. */
export async function breakAmp({ url }: TestSandbox, target = "*"): Promise<void> {
  const answer = await fetch(`${url}/control/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ surface: "amp", target, kind: "server_error" }),
  });
  expect(answer.status).toBe(200);
}

export const mendAmp = ({ url }: TestSandbox) => fetch(`${url}/control/faults`, { method: "DELETE" });
