import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import { printActivities } from "./activities";
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
 * Long lists for HTTP: the same as the endpoint's handler gives, printed without its schema. A row for every holder or
 * user is made by the database, because a hundred thousand of them one by one would take seconds.
 */
export const printers: { [K in EndpointName]?: (call: Call<K>) => Promise<Printed> } = {
  listOwnerships: async ({ unit, asset, query }) =>
    new Printed(await printOwnerships(unit, asset, { height: query.height })),

  listActivities: async ({ unit, asset, query }) => new Printed(await printActivities(unit, asset, query)),

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
