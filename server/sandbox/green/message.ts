import { z } from "zod";
import { canonicalJson } from "@/lib/canonical-json";
import { AuthorizationMessage, type TransferRequest } from "@/lib/contracts/amp/authorizations";
import type { Authorizer } from "./authorizer";
import type { ProposalView } from "./proposal";

/** The transfer as AMP tells it to the issuer. */
export function transferRequest({ uuid, asset, signed, inputs, outputs }: ProposalView): TransferRequest {
  const row = ({ amountSats, gaid, isTreasury, userId }: ProposalView["outputs"][number]) => ({
    amount: amountSats,
    gaid,
    isTreasury,
    registeredUser: userId,
    investor: userId,
  });
  return {
    uuid,
    assetId: asset.assetId,
    txHex: signed.hex,
    inputs: inputs.map((input) => ({ vin: input.vin, ...row(input) })),
    outputs: outputs.map((output) => ({ vout: output.vout, ...row(output) })),
  };
}

/** The body of POST …/issuerauthorizer: the message and the signature of its canonical text. */
export function signedBody(authorizer: Authorizer, message: AuthorizationMessage): string {
  const wire = z.encode(AuthorizationMessage, message);
  return canonicalJson({ message: wire, signature: authorizer.sign(canonicalJson(wire)) });
}
