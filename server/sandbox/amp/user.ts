import { changePassword, findByUsername, isPassword, refreshToken } from "./accounts";
import type { Handlers } from "./call";
import { inactive, invalid } from "./refusal";

export const userHandlers = {
  async obtainToken({ unit, body: { username, password } }) {
    const row = await findByUsername(unit.db, username);
    if (!row || !(await isPassword(row, password)))
      throw invalid({ non_field_errors: ["Unable to log in with provided credentials."] });
    if (row.isLocked) throw inactive();
    return { token: row.token };
  },

  async refreshToken({ unit, account }) {
    return { token: await refreshToken(unit.db, account.id) };
  },

  async changePassword({ unit, account, body: { password } }) {
    const token = await changePassword(unit.db, account.id, password);
    return { username: account.username, password, token };
  },
} satisfies Handlers;
