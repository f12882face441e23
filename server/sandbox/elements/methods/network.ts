import { LosslessNumber } from "lossless-json";
import { z } from "zod";
import { AddressValidation, BlockchainInfo, NetworkInfo } from "@/lib/contracts/elements";
import { addressOfScript } from "../../ledger/address";
import { readAddress } from "../addresses";
import { POLICY_LABEL } from "../amounts";
import { type Method, nodeMethod } from "../method";
import { RpcError } from "../port";

const VERSION = 289_900;
const RELAY_FEE = new LosslessNumber("0.00000100");

/** What the node says of itself and of the chain. */
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
  getblockchaininfo: nodeMethod({
    params: [],
    run: async ({ ledger, facts }) => {
      const { height, hash, time } = await ledger.tip();
      const seconds = Math.floor(time.getTime() / 1000);
      const core = {
        chain: facts.chain,
        blocks: height,
        headers: height,
        verificationprogress: 1,
        initialblockdownload: false,
      };
      return {
        ...z.encode(BlockchainInfo, core),
        bestblockhash: hash,
        time: seconds,
        mediantime: seconds,
        size_on_disk: 0,
        pruned: false,
        trim_headers: false,
        warnings: [],
      };
    },
  }),
  getblockcount: nodeMethod({ params: [], run: async ({ ledger }) => (await ledger.tip()).height }),
  getbestblockhash: nodeMethod({ params: [], run: async ({ ledger }) => (await ledger.tip()).hash }),
  getblockhash: nodeMethod({
    params: ["height"],
    run: async ({ ledger }, params) => {
      const block = await ledger.blockAt(params.whole(0));
      if (!block) throw new RpcError(-8, "Block height out of range");
      return block.hash;
    },
  }),
  getrpcinfo: nodeMethod({ params: [], run: async () => ({ active_commands: [], logpath: "" }) }),
  dumpassetlabels: nodeMethod({
    params: [],
    run: async ({ facts }) => ({ [POLICY_LABEL]: facts.policyAsset }),
  }),
  validateaddress: nodeMethod({
    params: ["address"],
    run: async ({ ledger }, params) => validateAddress(ledger.network, params.text(0)),
  }),
};

function validateAddress(network: Parameters<typeof readAddress>[0], address: string) {
  try {
    const { scriptHex, blindingKey, kind } = readAddress(network, address);
    const isWitness = kind !== "p2pkh" && kind !== "p2sh";
    const opcode = Number.parseInt(scriptHex.slice(0, 2), 16);
    return {
      ...z.encode(AddressValidation, {
        isvalid: true,
        address,
        scriptPubKey: scriptHex,
        confidential_key: blindingKey ?? "",
        unconfidential: addressOfScript(scriptHex, network) ?? address,
      }),
      isvalid_parent: false,
      isscript: kind === "p2sh" || kind === "p2wsh",
      iswitness: isWitness,
      ...(isWitness && {
        witness_version: opcode === 0 ? 0 : opcode - 0x50,
        witness_program: scriptHex.slice(4),
      }),
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
