import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { canCancel, canContinue, canLookAgain, canRetry, isFinal } from "@/lib/domain/operation";
import { AppError } from "@/lib/errors";
import { ampAs } from "@/server/auth/amp-session";
import { findActor } from "@/server/auth/store";
import { endPools } from "@/server/db/client";
import { seededRandom } from "@/server/sandbox/amp/play/random";
import { previewDistribution, startDistribution } from "@/server/services/distributions";
import { decideOperation } from "@/server/services/operations";
import { signIn } from "@/server/services/sign-in";
import { previewSupply, startSupply } from "@/server/services/supply";
import type { Decision } from "./decisions";
import { type ListedOperation, listOperations } from "./store";
import type { DeskOrder } from "./testing-desks";

/**
 * A desk in a process of its own, with a person at it who does what comes to mind. Refusals and conflicts are part of
 * the life of a desk; anything else ends the process. Prints what came about, a line each.
 */
const { seed, acts, assets } = JSON.parse(process.argv[2] ?? "") as DeskOrder;
const next = seededRandom(seed);
const below = (count: number) => Math.floor(next() * count);
const oneOf = <T>(some: readonly T[]): T => some[below(some.length)] as T;
const account = { username: "issuer", password: "issuer-password" };
const found = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
if (!found) throw new Error("The session is not there.");
const actor = found;

/** Which decisions fit; one in four is made whether it fits or not, which the desk has to refuse. */
const FITS: Partial<Record<Decision, (operation: ListedOperation) => boolean>> = {
  cancel: ({ state }) => canCancel(state) && below(3) === 0,
  pause: ({ kind, state }) => kind === "distribution" && !isFinal(state) && state !== "paused",
  continue: canContinue,
  retry: ({ state }) => canRetry(state),
  look: ({ state }) => canLookAgain(state),
};
const DECISIONS = Object.keys(FITS) as Decision[];
const PAUSE_MS = 250;
const READY = { readyForDistribution: true, vestingTimestamp: null };

async function assignAndStart(assetUuid: string, holders: number[]): Promise<string> {
  const amp = await ampAs(actor);
  for (let count = 1 + below(3); count > 0; count -= 1)
    await amp.call("createAssignment", {
      path: { assetUuid },
      body: { assignments: [{ ...READY, registeredUser: oneOf(holders), amount: BigInt(1 + below(100)) }] },
    });
  const { intentHash } = await previewDistribution(actor, assetUuid);
  await startDistribution(actor, { intentId: randomUUID(), assetUuid, intentHash });
  return "distribution.start";
}

async function changeSupply(assetUuid: string): Promise<string> {
  const kind = oneOf(["reissuance", "burn"] as const);
  const wish = { kind, assetUuid, amountSats: BigInt(1 + below(100)) };
  const { intentHash } = await previewSupply(actor, wish);
  await startSupply(actor, { ...wish, intentId: randomUUID(), intentHash });
  return `${kind}.start`;
}

async function act(): Promise<string> {
  const { uuid, holders } = oneOf(assets);
  const [open] = await listOperations(actor.workspaceId, { assetUuid: uuid, state: "open", limit: 1 });
  // Now and then also where one is open: the desk has to refuse it.
  if (!open || below(5) === 0) return holders.length > 0 ? assignAndStart(uuid, holders) : changeSupply(uuid);
  const fitting = below(4) === 0 ? DECISIONS : DECISIONS.filter((one) => FITS[one]?.(open));
  if (fitting.length === 0) return "nothing to decide";
  const decision = oneOf(fitting);
  await decideOperation(actor, { operationId: open.id, decision });
  return `${open.kind}.${decision}`;
}

for (let count = 0; count < acts; count += 1) {
  try {
    process.stdout.write(`${await act()}\n`);
  } catch (error) {
    if (!(error instanceof AppError && ["CONFLICT", "REJECTED"].includes(error.code))) throw error;
    process.stdout.write("refused\n");
  }
  await sleep(below(PAUSE_MS));
}
await endPools();
