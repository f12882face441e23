import { ASSET_ID, asset, ISSUANCE, LATER } from "./examples/world";

const introduction = `
The sandbox's Liquid Asset Registry. It follows the public one: an asset is published when its issuance commits to the contract,
is in a block, and the contract's domain vouches for it with a file:

- address: \`https://<domain>/.well-known/liquid-asset-proof-<asset_id>\`
- text: \`Authorize linking the domain name <domain> to the Liquid asset <asset_id>\`, trailing white space ignored

The sandbox looks for that file on sites of its own (\`POST /control/sites/proof\` puts it there), or where \`SANDBOX_SITES_URL\`
points. Refusals are plain text, causes joined by ": ".

The contract hash is one SHA-256 over the contract as JSON with sorted keys and no white space, shown with its bytes reversed. The
asset id follows from it and from the output that the issuance spends.
`.trim();

const contract = {
  entity: { domain: asset.domain },
  issuer_pubkey: asset.pubkey,
  name: asset.name,
  precision: asset.precision,
  ticker: asset.ticker,
  version: 0,
};

const entry = {
  asset_id: ASSET_ID,
  contract,
  issuance_txin: { txid: ISSUANCE, vin: 0 },
  issuance_prevout: { txid: LATER, vout: 1 },
  domain_verification_method: "http",
  ...contract,
};

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object, example: unknown) => ({ content: { "application/json": { schema, example } } });
const text = (example: string) => ({ content: { "text/plain": { schema: { type: "string" }, example } } });
const body = (schema: object, example: unknown) => ({ required: true, ...json(schema, example) });
const hex64 = (description: string) => ({ type: "string", pattern: "^[0-9a-f]{64}$", description });
const object = (properties: object, required: string[] = Object.keys(properties)) => ({
  type: "object",
  properties,
  required,
});
const outpoint = (place: string, description: string) => ({
  ...object({
    txid: hex64("Transaction id."),
    [place]: { type: "integer", minimum: 0, description: "Index." },
  }),
  description,
});
const assetId = {
  name: "asset_id",
  in: "path",
  required: true,
  description: "Asset id on Liquid.",
  schema: hex64("Asset id on Liquid."),
  example: ASSET_ID,
};
const method = {
  type: "string",
  enum: ["http", "dns"],
  description:
    "How the domain vouches: by the file, or by a TXT record `liquid-asset-verification=<asset_id>,<ticker>`. In the sandbox the file `_dns` of the domain's site holds its TXT records.",
};

const fields = {
  version: { type: "integer", const: 0, description: "0." },
  issuer_pubkey: { type: "string", description: "Public key in hex; it can sign the removal." },
  name: { type: "string", minLength: 1, maxLength: 255, description: "ASCII." },
  ticker: {
    type: ["string", "null"],
    pattern: "^[a-zA-Z0-9.-]{3,24}$",
    description: "Unique per domain; may be left out.",
  },
  collection: { type: "string", description: "A name for a group of assets; may be left out." },
  precision: { type: "integer", minimum: 0, maximum: 8, default: 0, description: "Decimals to show." },
  entity: {
    ...object({
      domain: { type: "string", maxLength: 255, description: "Lower case, punycode where needed." },
    }),
    description: "Who stands behind the asset.",
  },
};
const OPTIONAL = new Set(["ticker", "collection", "precision"]);
const needed = Object.keys(fields).filter((name) => !OPTIONAL.has(name));

const index = (summary: string, schema: object, example: unknown) => ({
  get: {
    operationId: summary.toLowerCase().replace(/[^a-z]+(\w?)/g, (_, letter: string) => letter.toUpperCase()),
    tags: ["Lists"],
    summary,
    responses: { 200: { description: "By asset id.", ...json(schema, example) } },
  },
});

/** The registry's API as OpenAPI 3.1. */
export function registryDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Liquid Asset Registry (sandbox)",
      version: "1",
      summary: "Publish an asset's name, ticker and decimals.",
      description: introduction,
    },
    servers: [],
    security: [],
    tags: [{ name: "Assets" }, { name: "Lists" }],
    paths: {
      "/": {
        post: {
          operationId: "registerAsset",
          tags: ["Assets"],
          summary: "Publish an asset",
          description:
            "May take seconds: the domain's proof is fetched while the call runs. There is no update.",
          requestBody: body(
            object(
              {
                asset_id: hex64("Asset id on Liquid."),
                contract: ref("Contract"),
                domain_verification_method: method,
              },
              ["asset_id", "contract"],
            ),
            { asset_id: ASSET_ID, contract },
          ),
          responses: {
            201: { description: "Published.", ...json(ref("Entry"), entry) },
            400: {
              description: "Refused.",
              ...text("failed verifying linked entity: verification page contents mismatch"),
            },
          },
        },
      },
      "/{asset_id}": {
        parameters: [assetId],
        get: {
          operationId: "getAsset",
          tags: ["Assets"],
          summary: "Show an asset",
          responses: {
            200: { description: "Published.", ...json(ref("Entry"), entry) },
            400: { description: "No asset id.", ...text("invalid asset id: expected 64 hexadecimal digits") },
            404: { description: "Not published.", ...text("Not Found") },
          },
        },
        delete: {
          operationId: "deleteAsset",
          tags: ["Assets"],
          summary: "Take an asset back",
          description:
            "`signature` is a signed message of the contract's `issuer_pubkey` over `remove <asset_id> from registry`, base64.",
          requestBody: body(
            object({ signature: { type: "string", contentEncoding: "base64", description: "65 bytes." } }),
            { signature: `H${"A".repeat(86)}=` },
          ),
          responses: {
            200: { description: "Gone.", ...text("Asset deleted") },
            400: {
              description: "Refused.",
              ...text("failed verifying deletion: signature verification failed"),
            },
            404: { description: "Not published.", ...text("Not Found") },
          },
        },
      },
      "/contract/validate": {
        post: {
          operationId: "validateContract",
          tags: ["Assets"],
          summary: "Check a contract against its hash",
          requestBody: body(object({ contract: ref("Contract"), contract_hash: hex64("Bytes reversed.") }), {
            contract,
            contract_hash: "ab".repeat(32),
          }),
          responses: {
            200: { description: "They fit.", ...text("valid") },
            400: {
              description: "They do not.",
              ...text(`contract hash mismatch, expected ${"cd".repeat(32)}`),
            },
          },
        },
      },
      "/index.minimal.json": index(
        "List what wallets need",
        {
          type: "object",
          additionalProperties: { type: "array", description: "Domain, ticker, name, precision." },
        },
        { [ASSET_ID]: [asset.domain, asset.ticker, asset.name, asset.precision] },
      ),
      "/index.json": index(
        "List every asset in full",
        { type: "object", additionalProperties: ref("Entry") },
        { [ASSET_ID]: entry },
      ),
      "/icons.json": index("List icons", { type: "object", description: "Always empty here." }, {}),
    },
    components: {
      schemas: {
        Contract: {
          ...object(fields, needed),
          description: "What the issuance commits to, unknown keys included.",
        },
        Entry: object(
          {
            asset_id: hex64("Asset id on Liquid."),
            contract: ref("Contract"),
            issuance_txin: outpoint("vin", "The input that issues."),
            issuance_prevout: outpoint("vout", "The output that it spends."),
            domain_verification_method: method,
            ...fields,
          },
          [
            "asset_id",
            "contract",
            "issuance_txin",
            "issuance_prevout",
            "domain_verification_method",
            ...needed,
          ],
        ),
      },
    },
  };
}
