import { parseAddress } from "../../ledger/address";
import { LedgerError } from "../../ledger/port";
import { type Method, nodeMethod } from "../method";
import { RpcError } from "../port";

/** Blocks on demand, which only a chain whose blocks need nobody's signature allows. */
export const generatingMethods: Record<string, Method> = {
  generatetoaddress: nodeMethod({
    params: ["nblocks", "address", "maxtries"],
    writes: true,
    run: async ({ ledger }, params) => {
      const count = params.whole(0);
      try {
        parseAddress(params.text(1), ledger.network);
      } catch (error) {
        if (error instanceof LedgerError) throw new RpcError(-5, "Error: Invalid address");
        throw error;
      }
      if (ledger.network !== "regtest")
        throw new RpcError(-1, "Blocks of this network are signed by its functionaries; use the control API");
      // there is no coinbase here: the address is only looked at
      return count < 1 ? [] : (await ledger.mine(count)).map(({ hash }) => hash);
    },
  }),
};
