import { AuthorizationRequest, AuthorizationResult } from "@/lib/contracts/amp/authorizations";
import type { SchemaBook } from "@/lib/json-schema";
import { ASSET_ID, GAID, SECOND_GAID } from "./examples/world";

const text = `
AMP sends this to \`<issuer_authorization_endpoint>/issuerauthorizer\` when a holder wants to move a register-authorized asset
whose endpoint is set, and follows the answer. It is not sent for a locked asset, for a blacklisted input, or for a receiver
who is no registered user (on a transfer-restricted asset): those are refused without asking. Distributions, reissuances and
burns are not asked about.

**Check the signature.** It is a classic signed message (Bitcoin's prefix, double SHA-256, recoverable signature in base64) over
\`message\` as JSON with sorted keys, no white space and everything but ASCII escaped. The signer is AMP's address; a node's
\`verifymessage\` checks it. The sandbox signs with a key of its own.

**Look out**

- Inputs and outputs are the asset's alone; the L-BTC side of the transaction is left out. Change to the sender is an ordinary
  output with the sender's GAID.
- An output to a plain address that you approve is booked as the treasury's, even when \`is_treasury\` is false.
- No answer, another status than 2xx or no JSON is a no.

**Not settled**

- How long the real service waits. The sandbox gives 10 seconds and asks once.
`.trim();

const side = {
  gaid: GAID,
  is_treasury: false,
  registered_user: 1001,
  investor: 1001,
};

const request = {
  message: {
    request: {
      uuid: "3e0c2c52-8a0f-4a7e-9a41-0d6f8f6b6a11",
      asset_id: ASSET_ID,
      tx_hex: "020000000102a4b6c8",
      inputs: [{ vin: 0, amount: 100_000, ...side }],
      outputs: [
        { vout: 0, amount: 25_000, ...side, gaid: SECOND_GAID, registered_user: 1002, investor: 1002 },
        { vout: 1, amount: 75_000, ...side },
      ],
    },
    server_result: true,
  },
  signature: `H${"A".repeat(86)}=`,
};

/** What AMP asks of an issuer's own service. */
export function authorizationWebhook({ schemaOf }: SchemaBook): object {
  return {
    post: {
      operationId: "issuerauthorizer",
      tags: ["Assets"],
      summary: "AMP asks the issuer about a transfer",
      description: text,
      security: [],
      requestBody: {
        required: true,
        content: { "application/json": { schema: schemaOf(AuthorizationRequest), example: request } },
      },
      responses: {
        200: {
          description:
            "The verdict. A malformed or badly signed question is answered with `result` false too.",
          content: {
            "application/json": {
              schema: schemaOf(AuthorizationResult),
              examples: {
                approved: { summary: "Approved", value: { result: true, error: "" } },
                refused: { summary: "Refused", value: { result: false, error: "More than 10,000 a day." } },
              },
            },
          },
        },
      },
    },
  };
}
