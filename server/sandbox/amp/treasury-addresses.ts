import type { Ledger } from "../ledger/port";
import type { Handlers } from "./call";
import { refused } from "./refusal";
import {
  forgetTreasuryScripts,
  listTreasuryAddresses,
  rememberTreasuryAddress,
  treasuryAddressProblem,
} from "./treasury-address-store";

function scriptOrNull(ledger: Ledger, address: string): string | null {
  try {
    return ledger.scriptOf(address);
  } catch {
    return null;
  }
}

export const treasuryAddressHandlers = {
  listTreasuryAddresses: ({ unit, asset }) => listTreasuryAddresses(unit.db, asset.uuid),

  async addTreasuryAddresses({ unit, asset, body }) {
    if (body.length === 0) throw refused("Give at least one address.");
    for (const address of body) {
      const problem = await treasuryAddressProblem(unit.ledger, address);
      if (problem) throw refused(problem);
      if (!(await rememberTreasuryAddress(unit, asset.uuid, address)))
        throw refused(`The address ${address} has already been added.`);
    }
  },

  async deleteTreasuryAddresses({ unit, asset, body }) {
    const scripts = body.map((address) => scriptOrNull(unit.ledger, address));
    await forgetTreasuryScripts(
      unit.db,
      asset.uuid,
      scripts.filter((script) => script !== null),
    );
  },
} satisfies Handlers;
