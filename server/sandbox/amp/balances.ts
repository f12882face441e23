import { CONFIRMATIONS } from "./books";
import type { Handlers } from "./call";
import { ownershipsOf } from "./holdings";
import { findLostOutputs } from "./lost-outputs";

export const balanceHandlers = {
  listOwnerships: ({ unit, asset, query }) => ownershipsOf(unit.db, asset, { height: query.height }),

  async getBalance({ unit, asset }) {
    const { height } = await unit.ledger.tip();
    const confirmedBalance = await ownershipsOf(unit.db, asset, { confirmedBy: height - CONFIRMATIONS + 1 });
    return { confirmedBalance, ...(await findLostOutputs(unit, asset)) };
  },

  listLostOutputs: ({ unit, asset }) => findLostOutputs(unit, asset),
} satisfies Handlers;
