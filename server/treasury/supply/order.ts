import type { SupplyIntent } from "@/lib/domain/intent";
import type { Outpoint } from "@/lib/domain/operation";
import type { SupplyKind } from "@/lib/domain/supply";
import { AppError } from "@/lib/errors";
import { supplyWorksText } from "@/lib/messages/supply-works";
import type { AmpClient } from "@/server/amp/client";
import { bodyOf } from "@/server/amp/transport";
import { tooNew } from "../script-version";
import { NOW, type Step, stopped } from "../step";

interface SupplyOrder {
  assetUuid: string;
  assetId: string;
  minSupportedClientScriptVersion: number;
  amountSats: bigint;
  outpoints: Outpoint[];
  /** AMP's answer, letter by letter. */
  text: string | undefined;
}

/**
 * ordering → ordered. AMP: POST /assets/{a}/reissue-request or /burn-request, which move and reserve nothing, so that
 * asking again after a crash or a lost answer is harmless.
 */
export const order: Step<SupplyKind> = async ({ kind, intent, facts }, { amp }) => {
  const answer = await ask(kind, intent, amp).catch(asWords);
  if (typeof answer === "string") return stopped(supplyWorksText.otherCommand(answer), true);
  const { outpoints, text, minSupportedClientScriptVersion: scriptVersion } = answer;
  const mismatch = findOrderMismatch(intent, answer);
  if (mismatch) return stopped(mismatch, true);
  const newer = facts.byHand ? null : tooNew(scriptVersion);
  if (newer) return stopped(newer, true);
  return {
    state: "ordered",
    facts: {
      ...facts,
      supply: { outpoints },
      scriptVersion,
      ...(text === undefined ? {} : { orderText: text }),
    },
    detail: { amountSats: answer.amountSats, outpoints: outpoints.length },
    againInMs: NOW,
  };
};

/** An answer of another form, for example with another command, is no order: a person looks at it. */
function asWords(error: unknown): string {
  if (error instanceof AppError && error.code === "INTERNAL") return error.message;
  throw error;
}

/** The answer's shape holds the command to be the one asked for. */
async function ask(kind: SupplyKind, intent: SupplyIntent, amp: AmpClient): Promise<SupplyOrder> {
  const path = { assetUuid: intent.assetUuid };
  if (kind === "reissuance") {
    const order = await amp.call("requestReissuance", {
      path,
      body: { amountToReissue: intent.totalSats },
    });
    const { amount, reissuanceUtxos, ...head } = order;
    return { ...head, amountSats: amount, outpoints: reissuanceUtxos, text: bodyOf(order) };
  }
  const order = await amp.call("requestBurn", { path, body: { amount: intent.totalSats } });
  const { amount, utxos, ...head } = order;
  return { ...head, amountSats: amount, outpoints: utxos, text: bodyOf(order) };
}

function findOrderMismatch(intent: SupplyIntent, order: SupplyOrder): string | null {
  if (order.assetId !== intent.assetId || order.assetUuid !== intent.assetUuid) {
    return supplyWorksText.otherAsset;
  }
  return order.amountSats === intent.totalSats
    ? null
    : supplyWorksText.otherAmount(order.amountSats, intent.totalSats);
}
