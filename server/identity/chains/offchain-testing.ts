import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { concat, encodeErrorResult, type Hex, parseAbi, size, toHex } from "viem";

const abi = parseAbi([
  "error OffchainLookup(address sender, string[] urls, bytes callData, bytes4 callback, bytes extraData)",
]);

/** Counts who comes, and the code of a contract that asks its callers to come (EIP-3668). */
export async function startLookupTrap() {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? "");
    // an answer would be shown to the contract, which would send its caller here again
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/{sender}/{data}`;
  return {
    visits,
    /** @param sender where the code will stand */
    codeFor: (sender: Hex): Hex => {
      const args = [sender, [url], "0x01", "0x01020304", "0x"] as const;
      const words = encodeErrorResult({ abi, errorName: "OffchainLookup", args });
      const length = toHex(size(words), { size: 2 });
      // copies the words that stand behind it (at 0x0e) to memory and reverts with them
      return concat(["0x61", length, "0x600e600039", "0x61", length, "0x6000fd", words]);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
