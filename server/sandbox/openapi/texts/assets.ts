import { type EndpointTexts, no } from "./text";

export const assetTexts = {
  listAssets: {
    summary: "List the issuer's assets",
    text: "Every asset of the issuer in the order of issuance, the deleted ones left out. There is no paging.",
    traps: [
      "Write the path with its trailing slash. Some HTTP clients drop the `Authorization` header when they are redirected to it.",
      "Managers get 403 here. They find their assets in `GET /managers/me`.",
    ],
  },
  issueAsset: {
    summary: "Issue an asset on Liquid",
    text: "Broadcasts the issuance **at once** and pays its fee. All units go to `destination_address`, the reissuance tokens, if any, to `reissuance_address`; both become treasury addresses of the asset. The answer repeats the request and adds what was created; it is not an asset, so ask `GET /assets/{assetUuid}` for the flags.\n\n`domain`, `ticker` and `pubkey` are what the asset registry needs later. Give all three or none (empty texts count as none): the issuance commits to them, with name and precision, for ever.\n\nThe next steps wait for blocks: reserving and reissuing for 2 confirmations, `register-authorized` for 3.",
    traps: [
      "There is no way back and no idempotency key. After a timeout look at `GET /assets/` before you try again.",
      "`precision` is for display alone. `amount` is counted in the smallest unit whatever the precision.",
      "The reissuance address has to differ from the destination address.",
      "Both addresses have to be confidential: a reissuance token in an unblinded output cannot be used.",
    ],
    open: [
      "The defaults of `transfer_restricted` (here true) and `is_confidential` (here false). Send both.",
      "Whether `domain`, `ticker` and `pubkey` may be null. No text says so, so the sandbox refuses it: leave them out.",
      "The longest ticker: the official text says 5 characters, the registry takes 24, the test instance was seen to take 8. The sandbox says 5; the switch `longTickers` says 24.",
    ],
    refusals: {
      "Part of the registration is missing": {
        domain: ["Give domain, ticker and pubkey together or none of them."],
        pubkey: ["Give domain, ticker and pubkey together or none of them."],
      },
      "Unconfidential address": { destination_address: ["Invalid value: the address must be confidential."] },
      "Same address twice": {
        reissuance_address: ["The reissuance address must differ from the destination address."],
      },
    },
  },
  getAsset: {
    summary: "Show one asset",
    text: "What AMP knows about the asset itself. Amounts are elsewhere: `summary` for totals, `ownerships` for holders.",
  },
  editAsset: {
    summary: "Set or clear the issuer's authorization endpoint",
    text: "The only field that can be changed. With an endpoint set, AMP asks it about each holder transfer and its verdict takes the place of the categories' verdict; see the webhook `issuerauthorizer`. `null` or an empty string clears it.",
    traps: [
      "Give the base address. AMP adds `/issuerauthorizer` itself.",
      "A locked asset and a receiver who is no registered user (on a transfer-restricted asset) are refused without asking the endpoint.",
    ],
    open: ['How to clear it. The sandbox takes `null` and `""`; send `null`.'],
    refusals: { "No web address": { issuer_authorization_endpoint: ["Enter a valid URL."] } },
  },
  deleteAsset: {
    summary: "Hide an asset from AMP",
    text: "The asset disappears from every answer and all its paths turn into 404. On Liquid nothing happens: units stay with their holders, who can no longer move them through AMP.",
    traps: ["There is no undelete."],
  },
  lockAsset: {
    summary: "Stop all transfers of an asset",
    text: "While the asset is locked, AMP refuses every holder transfer without asking the issuer's endpoint. Repeating it is harmless.",
    open: [
      "Whether distributions from the treasury are stopped too. The sandbox refuses `distributions/create/` while the asset is locked.",
    ],
  },
  unlockAsset: {
    summary: "Let transfers go on",
    text: "Ends a lock. The other rules (categories, blacklist, the issuer's endpoint) decide again.",
  },
  getMemo: {
    summary: "Read the issuer's note on an asset",
    text: "A free text that only the issuer sees.",
    traps: ["The answer is a bare JSON string, not an object. It is empty when no note was ever set."],
  },
  setMemo: {
    summary: "Write the issuer's note on an asset",
    text: "Replaces the whole note; at most 64 KiB here.",
    traps: [
      'The body is a bare JSON string: `"Board approval"`, quotation marks included. An object is refused.',
    ],
    refusals: { "Too long": no("The memo is longer than 64 KiB.") },
  },
} satisfies EndpointTexts;

export const registrationTexts = {
  registerAsset: {
    summary: "Publish an asset in the Liquid Asset Registry",
    text: "Gives the asset's contract to the public registry, so that wallets and explorers show its name, ticker and decimals instead of a raw id. Optional: an unregistered asset works in every respect.\n\nBefore the call, put one file on the asset's domain:\n\n- address: `https://<domain>/.well-known/liquid-asset-proof-<asset_id>`, without an extension\n- text: `Authorize linking the domain name <domain> to the Liquid asset <asset_id>`\n\nThe registry fetches it while the call runs, which may take seconds. In the sandbox `POST /control/sites/proof` publishes it.",
    traps: [
      "Most refusals are about that file: `.well_known` with an underscore, a byte order mark, an HTML page around the text, a login page in front.",
      "The asset needs `domain`, `ticker` and `pubkey` from its issuance, and the issuance a confirmation.",
    ],
    open: [
      "How the registry's words arrive. The sandbox puts them into `Error` as they are, and when somebody gave the registry this contract already, the first call just sets `is_registered`; only the answer to a second registration was seen on the real service.",
    ],
    refusals: {
      "Registered before": no("The asset is already registered."),
      "No proof on the domain": no(
        "failed verifying linked entity: failed fetching https://example.com/.well-known/liquid-asset-proof-f3fb6e99f4c7a977891fe0aeb706936b55b9e718ee47bc535f999bf302baa21b: 404 Not Found",
      ),
      "Proof says something else": no("failed verifying linked entity: verification page contents mismatch"),
      "Not in a block yet": no("failed verifying on-chain issuance: issuance transaction unconfirmed"),
    },
  },
  authorizeAsset: {
    summary: "Put an asset's transfers under AMP's rules",
    text: "Tells Green to co-sign transfers of this asset only when AMP allows them. Needed before the first distribution; nothing takes it back.",
    traps: ["Wait for 3 confirmations of the issuance."],
    open: [
      "The number of confirmations: the official text says more than two, its sample waits for less. The sandbox wants 3; the switch `authorizeAtTwo` wants 2.",
    ],
    refusals: {
      "Authorized before": no("The asset is already authorized."),
      "Too early": no("The issuance transaction needs 3 confirmations before the asset can be authorized."),
    },
  },
} satisfies EndpointTexts;

export const treasuryTexts = {
  listTreasuryAddresses: {
    summary: "List the treasury's addresses",
    text: "Ordinary addresses that AMP takes as the issuer's own for this asset. Those of the issuance are there from the start.",
  },
  addTreasuryAddresses: {
    summary: "Add addresses to the treasury",
    text: "Tells AMP that these addresses, which belong to no GAID, are the issuer's: `is_treasury` becomes true for them and holders can send back to them.",
    traps: [
      "The body is a bare JSON array.",
      "An address of another network is refused as an invalid value, a known one as already added. Nothing of the list is stored then.",
    ],
    refusals: {
      "Known address": no(
        "The address tlq1qqf8jxzy8sg4s6482dg4k5suuzyvuvf33jpyl7n3uhtssfknxknsyf87l64du2w529fhy69vpjuw2dq8ts70nzm5f6w2z7cy6r has already been added.",
      ),
      "Other network": no("Invalid value: not an address of this network."),
    },
  },
  deleteTreasuryAddresses: {
    summary: "Remove addresses from the treasury",
    text: "AMP no longer takes these addresses as the issuer's. Outputs that are already tracked stay as they are, unknown addresses are passed over.",
    traps: ["A `DELETE` with a body: a bare JSON array. Some HTTP clients send none unless told to."],
    open: ["Whether the real service has it at all; only one third-party client calls it."],
  },
  listUtxos: {
    summary: "List the unspent outputs",
    text: "Every output of the asset that AMP tracks and that is unspent, the treasury's and the holders'. The treasury's have neither a user nor a GAID.",
    traps: ["The GAID is called `gaid` here and `GAID` nearly everywhere else. The sandbox sends both."],
  },
  blacklistUtxos: {
    summary: "Freeze outputs",
    text: "Green refuses to spend a blacklisted output. The use is a lost or stolen wallet: freeze what it holds, then reissue the same amount to the holder. The amount still counts in the holder's balance, and in `summary.blacklisted`.",
    traps: ["The body is a bare JSON array of outpoints. An empty one is accepted and changes nothing."],
    open: ["What freezing treasury outputs does. The sandbox marks them; distributions do not care."],
    refusals: {
      "Unknown or spent": no(
        "The output 4372d9fcaed9727527f018785ed92c645a137644b4bf460900081475e38d8962:7 is unknown or already spent.",
      ),
    },
  },
  whitelistUtxos: {
    summary: "Unfreeze outputs",
    text: "Takes outputs off the blacklist.",
    refusals: {
      "Unknown or spent": no(
        "The output 4372d9fcaed9727527f018785ed92c645a137644b4bf460900081475e38d8962:7 is unknown or already spent.",
      ),
    },
  },
} satisfies EndpointTexts;
