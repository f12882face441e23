import type { Actor } from "@/lib/domain/actor";
import type { AssetChoice, SandboxDocs } from "@/lib/domain/sandbox";
import { toChoices } from "@/lib/domain/sandbox";
import { AppError, fieldError } from "@/lib/errors";
import { parseAmountInput } from "@/lib/format/amounts";
import { sandboxText } from "@/lib/messages/sandbox";
import { authorize } from "@/server/auth/authorize";
import { type ControlClient, createControlClient } from "@/server/control/client";
import { deskEnv } from "@/server/platform/env";
import { allAssets } from "./assets";

/** @throws AppError NOT_FOUND outside the sandbox, FORBIDDEN, REJECTED when the deployment does not say where it is */
export async function controlFor(actor: Actor): Promise<ControlClient> {
  if (actor.environment !== "sandbox") throw new AppError("NOT_FOUND", sandboxText.onlySandbox);
  await authorize(actor, "sandbox:use");
  const { SANDBOX_CONTROL_URL: url, AMP_TIMEOUT_MS: timeoutMs } = deskEnv();
  if (!url) throw new AppError("REJECTED", sandboxText.notConfigured);
  return createControlClient(url, timeoutMs);
}

/** May this person turn the knobs at all? Asks nobody but the desk. @returns where the APIs are described */
export async function openSandbox(actor: Actor): Promise<SandboxDocs> {
  await controlFor(actor);
  const { SANDBOX_CONTROL_URL: control = "", AMP_SANDBOX_URL: amp } = deskEnv();
  return { amp: amp ? docsOf(amp) : null, control: docsOf(control) };
}

const docsOf = (url: string) => `${url.replace(/\/+$/, "")}/docs`;

/** Names and decimals are a help and no condition: the knobs turn while AMP is away by order. */
export async function assetChoices(actor: Actor): Promise<AssetChoice[]> {
  await authorize(actor, "sandbox:use");
  return toChoices(await allAssets(actor).catch(() => []));
}

/**
 * Reads an amount as it was typed in the unit that its form showed.
 * @param name the form's field
 * @throws AppError INVALID_INPUT under the field
 */
export function readAmount(text: string, precision: number, name = "amount"): bigint {
  const read = parseAmountInput(text, precision);
  const problem =
    read.error !== undefined
      ? sandboxText.amountProblem(read.error, precision)
      : read.sats < 1n
        ? sandboxText.amountZero
        : null;
  if (problem !== null) throw fieldError(name, problem);
  return read.sats ?? 0n;
}
