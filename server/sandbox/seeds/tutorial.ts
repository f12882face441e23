import type { Accounts } from "./accounts";
import type { Director } from "./director";

/**
 * The world in the middle of AMP's official tutorial: an asset issued and authorised, a category that it requires, its
 * holders registered, one of them paid. Each step of the tutorial has its state before and after somewhere in it: a user
 * with a wallet and one without, in the category and not, assignments distributed, ready, locked and vesting.
 */
export async function seedTutorial(director: Director, { manager }: Accounts): Promise<void> {
  const { assetUuid } = await director.issue({
    name: "Tutorial Share",
    ticker: "TUT",
    domain: "example.com",
    amount: 100_000n,
    precision: 0,
    transferRestricted: true,
    isReissuable: true,
  });
  await director.mine(3);
  await director.ask("authorizeAsset", { params: { assetUuid } });
  const category = await director.ask("addCategory", {
    body: { name: "Tutorial investors", description: "May hold the tutorial's share" },
  });
  const categoryId = String(category.id);
  await director.ask("addCategoryAsset", { params: { categoryId, assetUuid } });

  const register = async (name: string, { hasWallet = true, isMember = true, isCompany = false } = {}) => {
    const gaid = hasWallet ? await director.unit.ledger.createGaid() : null;
    const { id } = await director.ask("addRegisteredUser", { body: { name, isCompany, gaid } });
    const params = { categoryId, registeredUserId: String(id) };
    if (isMember) await director.ask("addCategoryUser", { params });
    return id;
  };
  const holder = await register("Alice Ames");
  const next = await register("Bernard Okafor");
  const company = await register("Northgate Pension Trust", { isCompany: true });
  const walletless = await register("Clara Lindqvist", { hasWallet: false });
  await register("Dario Conti", { isMember: false });

  await director.assign(assetUuid, holder, 1_000n);
  await director.distribute(assetUuid);
  await director.assign(assetUuid, next, 500n);
  await director.assign(assetUuid, company, 2_000n, { isReady: false });
  await director.assign(assetUuid, company, 750n, { vestsAt: director.inDays(365) });
  await director.assign(assetUuid, walletless, 250n);
  await director.ask("addManagerAsset", { params: { managerId: String(manager.id), assetUuid } });
}
