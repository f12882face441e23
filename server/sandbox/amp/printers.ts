import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import { CONFIRMATIONS } from "./books";
import type { Call } from "./call";
import { printOwnerships } from "./holdings";
import { viewLostOutputs } from "./lost-outputs";
import { printUsers } from "./registered-user-store";

/** An answer that is JSON already. */
export class Printed {
  constructor(readonly json: string) {}
}

/**
 * Answers with a row for every holder or user, for HTTP: the same as the endpoint's handler gives, but made by the
 * database in one piece. A hundred thousand rows one by one would take seconds.
 */
export const printers: { [K in EndpointName]?: (call: Call<K>) => Promise<Printed> } = {
  listOwnerships: async ({ unit, asset, query }) =>
    new Printed(await printOwnerships(unit, asset, { height: query.height })),

  async getBalance({ unit, asset }) {
    const { height } = await unit.ledger.tip();
    const confirmed = await printOwnerships(unit, asset, { confirmedBy: height - CONFIRMATIONS + 1 });
    const { lostOutputs, reissuanceLostOutputs } = await viewLostOutputs(unit, asset);
    const lost = JSON.stringify({
      lost_outputs: lostOutputs,
      reissuance_lost_outputs: reissuanceLostOutputs,
    });
    return new Printed(`{"confirmed_balance":${confirmed},${lost.slice(1)}`);
  },

  listRegisteredUsers: async ({ unit, account }) => new Printed(await printUsers(unit.db, account.issuerId)),
};
