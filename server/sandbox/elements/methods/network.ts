import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { AddressValidation, NetworkInfo } from "@/lib/contracts/elements";
import { addressOfScript } from "../../ledger/address";
import type { LiquidNetwork } from "../../ledger/port";
import { activeCalls } from "../active-calls";
import { readAddress, scriptFields } from "../addresses";
import { assetLabels } from "../asset-labels";
import { type Method, type NodeContext, nodeMethod } from "../method";
import type { Params } from "../params";
import { RpcError } from "../port";

const VERSION = 289_900;
/** L-BTC for 1000 virtual bytes. */
export const RELAY_FEE = new LosslessNumber("0.00000100");
const FEE_MODES = ["unset", "economical", "conservative"];
const MOST_TARGET_BLOCKS = 1008;

/** What the node says of itself and of its network. */
export const networkMethods: Record<string, Method> = {
  getnetworkinfo: nodeMethod({
    params: [],
    run: async () => ({
      ...z.encode(NetworkInfo, { version: VERSION, subversion: "/Elements Core:28.99.0/" }),
      protocolversion: 70016,
      relayfee: RELAY_FEE,
      incrementalfee: RELAY_FEE,
      connections: 8,
      warnings: [],
    }),
  }),
  getconnectioncount: nodeMethod({ params: [], run: async () => 8 }),
  ping: nodeMethod({ params: [], run: async () => null }),
  uptime: nodeMethod({ params: [], run: async () => Math.floor(process.uptime()) }),
  getrpcinfo: nodeMethod({
    params: [],
    run: async () => ({
      active_commands: activeCalls.list().map(({ method, durationUs }) => ({ method, duration: durationUs })),
      logpath: "",
    }),
  }),
  getsidechaininfo: nodeMethod({
    params: [],
    run: async ({ facts }) => ({
      fedpegscript: "51",
      current_fedpegscripts: ["51"],
      pegged_asset: facts.policyAsset,
      parent_blockhash: "0".repeat(64),
      parent_chain_has_pow: true,
      pegin_confirmation_depth: 100,
      enforce_pak: false,
    }),
  }),
  dumpassetlabels: nodeMethod({ params: [], run: ({ db, facts }) => assetLabels(db, facts) }),
  estimatesmartfee: nodeMethod({ params: ["conf_target", "estimate_mode"], run: estimateFee }),
  validateaddress: nodeMethod({
    params: ["address"],
    run: async ({ ledger }, params) => validateAddress(ledger.network, params.text(0)),
  }),
};

/** Every block takes all that waits: the least fee is enough for any target. */
async function estimateFee(_: NodeContext, params: Params) {
  const [blocks, mode] = [params.whole(0), params.text(1, "economical")];
  if (blocks < 1 || blocks > MOST_TARGET_BLOCKS) {
    throw new RpcError(-8, `Invalid conf_target, must be between 1 and ${MOST_TARGET_BLOCKS}`);
  }
  if (!FEE_MODES.includes(mode.toLowerCase())) {
    throw new RpcError(
      -8,
      'Invalid estimate_mode parameter, must be one of: "unset", "economical", "conservative"',
    );
  }
  return { feerate: RELAY_FEE, blocks };
}

function validateAddress(network: LiquidNetwork, address: string) {
  try {
    const { scriptHex, blindingKey } = readAddress(network, address);
    return {
      ...z.encode(AddressValidation, {
        isvalid: true,
        address,
        scriptPubKey: scriptHex,
        confidential_key: blindingKey ?? "",
        unconfidential: addressOfScript(scriptHex, network) ?? address,
      }),
      isvalid_parent: false,
      ...scriptFields(scriptHex),
    };
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const reason = "Invalid checksum or length of Base58 address (P2PKH or P2SH)";
    return {
      isvalid: false,
      isvalid_parent: false,
      error_locations: [],
      error: reason,
      error_parent: reason,
    };
  }
}
