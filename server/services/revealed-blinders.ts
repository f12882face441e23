import { UNKNOWN_BLINDER } from "@/lib/contracts/amp/transactions";
import type { Actor } from "@/lib/domain/actor";
import { blindedFragment, explorerLink, type RevealedTransaction } from "@/lib/domain/transactions";
import { audited } from "@/server/audit/audited";
import { ampAs } from "@/server/auth/amp-session";
import { authorize } from "@/server/auth/authorize";
import { requireEnvironment } from "@/server/platform/environments";

/**
 * The blinders of a transaction, for the one who asked and for nobody else: they are kept nowhere, and that somebody
 * looked is written down. AMP: GET /assets/{a}/txs/{txid}
 */
export async function revealBlinders(
  actor: Actor,
  { assetUuid, txid }: { assetUuid: string; txid: string },
): Promise<RevealedTransaction> {
  await authorize(actor, "transaction:reveal", assetUuid);
  const amp = await ampAs(actor);
  const { explorerUrl } = requireEnvironment(actor.environment);
  return audited(
    actor,
    { action: "transaction.blinders-revealed", assetUuid, detail: { txid } },
    async () => {
      const tx = await amp.call("getTransaction", { path: { assetUuid, txid } });
      const fragment = blindedFragment(
        tx.outputs
          .filter(({ amountBlinder }) => amountBlinder !== UNKNOWN_BLINDER)
          .map(({ amount, ...output }) => ({ ...output, amountSats: amount })),
      );
      return {
        inputs: tx.inputs.map((input) => ({ place: input.vin, ...blindersOf(input) })),
        outputs: tx.outputs.map((output) => ({ place: output.vout, ...blindersOf(output) })),
        fragment,
        unblindedUrl: explorerUrl && fragment && `${explorerLink(explorerUrl, txid)}#${fragment}`,
      };
    },
  );
}

const blindersOf = ({ amountBlinder, assetBlinder }: { amountBlinder: string; assetBlinder: string }) => ({
  amountBlinder: known(amountBlinder),
  assetBlinder: known(assetBlinder),
});
const known = (blinder: string) => (blinder === UNKNOWN_BLINDER ? null : blinder);
