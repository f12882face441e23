import { asc } from "drizzle-orm";
import { z } from "zod";
import { type AccountRow, createAccount, toAccount } from "../../amp/accounts";
import { accounts } from "../../db/amp-tables";
import { text } from "../fields";
import { type ControlRoute, controlRoute } from "../route";

const AmpAccount = z.object({
  id: z.int(),
  username: z.string(),
  role: z.enum(["issuer", "manager"]),
  /** Whose assets and users it works with; its own id for an issuer. */
  issuer: z.int(),
  is_locked: z.boolean(),
});

const view = (row: AccountRow): z.output<typeof AmpAccount> => {
  const { id, username, role, issuerId, isLocked } = toAccount(row);
  return { id, username, role, issuer: issuerId, is_locked: isLocked };
};

/** AMP has no call that makes an issuer: its operator opens the account. Managers are made by their issuer over AMP. */
export const accountRoutes: ControlRoute[] = [
  controlRoute({
    method: "GET",
    path: "/accounts",
    summary: "AMP's accounts, issuers and managers, without their tokens.",
    input: z.object({}),
    output: z.array(AmpAccount),
    run: async ({ world }) => {
      const rows = await world.read(({ db }) => db.select().from(accounts).orderBy(asc(accounts.id)));
      return rows.map(view);
    },
  }),
  controlRoute({
    method: "POST",
    path: "/accounts",
    summary:
      "Opens another issuer's account, which sees nothing of the first one's; sign in to get its token.",
    input: z.strictObject({ username: text.min(1), password: text.min(8) }),
    output: AmpAccount,
    run: async ({ world }, input) => view(await world.write(({ db }) => createAccount(db, input))),
  }),
];
