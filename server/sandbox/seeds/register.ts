import type { RegisteredUser } from "@/lib/contracts/amp/registered-users";
import type { Director } from "./director";
import { PEOPLE } from "./people";

export interface Register {
  /** In the category that the fund requires, with a wallet. */
  accredited: RegisteredUser[];
  /** In the category, without a wallet. */
  walletless: RegisteredUser[];
  /** Everybody with a wallet. */
  holders: RegisteredUser[];
  categoryId: number;
}

/** Users, their wallets and the categories. */
export async function seedRegister(director: Director): Promise<Register> {
  const accredited = await director.ask("addCategory", {
    body: {
      name: "Accredited investors EU",
      description: "Identity and means checked within the last two years",
    },
  });
  const companies = await director.ask("addCategory", {
    body: { name: "Companies", description: "Register extract and owners on file" },
  });
  const register: Register = { accredited: [], walletless: [], holders: [], categoryId: accredited.id };
  for (const { name, isCompany, gaids, isAccredited } of PEOPLE) {
    const user = await addUser(director, name, isCompany, gaids);
    if (isAccredited) await addToCategory(director, accredited.id, user.id);
    if (isCompany) await addToCategory(director, companies.id, user.id);
    if (gaids > 0) register.holders.push(user);
    if (isAccredited) register[gaids > 0 ? "accredited" : "walletless"].push(user);
  }
  return register;
}

async function addUser(director: Director, name: string, isCompany: boolean, gaids: number) {
  const { ledger } = director.unit;
  const gaid = gaids > 0 ? await ledger.createGaid() : null;
  const user = await director.ask("addRegisteredUser", { body: { name, isCompany, gaid } });
  for (let more = 1; more < gaids; more += 1)
    await director.ask("addUserGaid", {
      params: { registeredUserId: String(user.id) },
      body: await ledger.createGaid(),
    });
  return user;
}

async function addToCategory(
  director: Director,
  categoryId: number,
  registeredUserId: number,
): Promise<void> {
  const params = { categoryId: String(categoryId), registeredUserId: String(registeredUserId) };
  await director.ask("addCategoryUser", { params });
}
