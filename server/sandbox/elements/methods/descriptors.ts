import { addressOfScript } from "../../ledger/address";
import { findOwner, walletOwner } from "../../ledger/keyring";
import type { AddressType } from "../../ledger/keys";
import { keyChainsOf } from "../key-chains";
import { type Method, nodeMethod, type WalletContext, walletMethod } from "../method";
import { RpcError } from "../port";
import { readRange } from "../ranges";
import { listWatched, type WatchedRow } from "../watched-store";
import { readDescriptor } from "../watching";

const TYPES: AddressType[] = ["legacy", "p2sh-segwit", "bech32"];

/** What scripts follow from which keys. */
export const descriptorMethods: Record<string, Method> = {
  getdescriptorinfo: nodeMethod({
    params: ["descriptor"],
    run: async ({ ledger }, params) => {
      const { text, isRange, isSolvable } = await readDescriptor(ledger.network, params.text(0), {
        needsChecksum: false,
      });
      return {
        descriptor: text,
        checksum: text.slice(-8),
        isrange: isRange,
        issolvable: isSolvable,
        hasprivatekeys: false,
      };
    },
  }),
  deriveaddresses: nodeMethod({
    params: ["descriptor", "range"],
    run: async ({ ledger }, params) => {
      const descriptor = await readDescriptor(ledger.network, params.text(0));
      const given = params.raw(1);
      if (descriptor.isRange && given === undefined) {
        throw new RpcError(-8, "Range must be specified for a ranged descriptor");
      }
      if (!descriptor.isRange && given !== undefined) {
        throw new RpcError(-8, "Range should not be specified for an un-ranged descriptor");
      }
      const [first, last] = given === undefined ? [0, 0] : readRange(given);
      return Array.from({ length: last - first + 1 }, (_, place) => {
        const address = addressOfScript(descriptor.scriptAt(first + place), ledger.network);
        if (!address) throw new RpcError(-5, "Descriptor does not have a corresponding address");
        return address;
      });
    },
  }),
  listdescriptors: walletMethod({ params: ["private"], run: listDescriptors }),
};

async function listDescriptors(
  { db, ledger, wallet }: WalletContext,
  params: { truth: (at: number, fallback: boolean) => boolean },
) {
  if (params.truth(0, false)) throw new RpcError(-4, "The sandbox hands out no private keys");
  const owner = await findOwner(db, walletOwner(wallet.name));
  const chains = wallet.hasPrivateKeys ? await keyChainsOf(db, ledger.network, wallet.name) : null;
  const timestamp = Math.floor(wallet.createdAt.getTime() / 1000);
  const own = !chains
    ? []
    : TYPES.flatMap((type) =>
        [false, true].map((isChange) => {
          const next = (isChange ? owner?.nextChange : owner?.nextReceive) ?? 0;
          const desc = chains.fromAccount(type, isChange);
          const range = [0, Math.max(999, next)];
          return { desc, timestamp, active: true, internal: isChange, range, next, next_index: next };
        }),
      );
  return {
    wallet_name: wallet.name,
    descriptors: [...own, ...imported(await listWatched(db, walletOwner(wallet.name)))],
  };
}

/** One entry for each descriptor, however many scripts it has. */
function imported(rows: WatchedRow[]) {
  const first = new Map(rows.toReversed().map((row) => [row.descriptor, row]));
  return [...first.values()].reverse().map(({ descriptor, importedAt, isChange }) => ({
    desc: descriptor,
    timestamp: Math.floor(importedAt.getTime() / 1000),
    active: false,
    ...(isChange && { internal: true }),
  }));
}
