import { CONFIRMATIONS } from "./books";
import type { Handlers } from "./call";
import { ownershipsOf } from "./holdings";
import { viewLostOutputs } from "./lost-outputs";

export const balanceHandlers = {
  listOwnerships: ({ unit, asset, query }) => ownershipsOf(unit, asset, { height: query.height }),

  async getBalance({ unit, asset }) {
    const { height } = await unit.ledger.tip();
    const confirmedBalance = await ownershipsOf(unit, asset, { confirmedBy: height - CONFIRMATIONS + 1 });
    return { confirmedBalance, ...(await viewLostOutputs(unit, asset)) };
  },

  listLostOutputs: ({ unit, asset }) => viewLostOutputs(unit, asset),
} satisfies Handlers;
