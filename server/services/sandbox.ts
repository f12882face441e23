import type { BlockInterval, InvestorWallet, Mined, SandboxState } from "@/lib/contracts/control";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { sandboxText } from "@/lib/messages/sandbox";
import { audited } from "@/server/audit/audited";
import { authorize } from "@/server/auth/authorize";
import {
  type ControlClient,
  createControlClient,
  createWallet,
  mine,
  readState,
  setBlockInterval,
} from "@/server/control/client";
import { deskEnv } from "@/server/platform/env";

/** @throws AppError NOT_FOUND outside the sandbox, FORBIDDEN, REJECTED when the deployment does not say where it is */
async function controlFor(actor: Actor): Promise<ControlClient> {
  if (actor.environment !== "sandbox") throw new AppError("NOT_FOUND", sandboxText.onlySandbox);
  await authorize(actor, "sandbox:use");
  const { SANDBOX_CONTROL_URL: url, AMP_TIMEOUT_MS: timeoutMs } = deskEnv();
  if (!url) throw new AppError("REJECTED", sandboxText.notConfigured);
  return createControlClient(url, timeoutMs);
}

/** Control: GET /state. @throws AppError NOT_FOUND, FORBIDDEN, REJECTED, UNAVAILABLE */
export async function readSandbox(actor: Actor): Promise<SandboxState> {
  return readState(await controlFor(actor));
}

/** Control: POST /mine */
export async function mineBlocks(actor: Actor, { blocks }: { blocks: number }): Promise<Mined> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.mined", detail: { blocks } }, () => mine(control, blocks));
}

/** Control: POST /wallets */
export async function makeInvestorWallet(actor: Actor): Promise<InvestorWallet> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.wallet-made" }, () => createWallet(control));
}

/** Control: POST /interval */
export async function changeBlockInterval(
  actor: Actor,
  { seconds }: { seconds: number },
): Promise<BlockInterval> {
  const control = await controlFor(actor);
  return audited(actor, { action: "sandbox.interval-set", detail: { seconds } }, () =>
    setBlockInterval(control, seconds),
  );
}
