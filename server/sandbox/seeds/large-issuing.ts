import { addressOfScript, parseAddress } from "../ledger/address";
import { fromHex } from "../ledger/bytes";
import { gaidOwner } from "../ledger/keyring";
import type { Accounts } from "./accounts";
import type { Director } from "./director";
import type { LargeAsset } from "./large-opening";
import type { Holder, Register } from "./large-people";
import { ASSETS, ISSUED, type LargeSize, PLACED } from "./large-plan";
import { cellsOf } from "./large-rows";

/** Who and what there is before the holders come. */
export interface LargeOffice {
  register: Omit<Register, "openedAt">;
  nominee: Holder;
  assets: LargeAsset[];
}

/** Categories, the nominee and the assets, half of them restricted; all but the first are placed with the nominee. */
export async function issueLarge(
  director: Director,
  { issuer, manager }: Accounts,
  { assets: wanted }: LargeSize,
): Promise<LargeOffice> {
  const investors = await director.ask("addCategory", {
    body: {
      name: "Accredited investors EU",
      description: "Identity and means checked within the last two years",
    },
  });
  const companies = await director.ask("addCategory", {
    body: { name: "Companies", description: "Register extract and owners on file" },
  });
  const nominee = await addNominee(director, [investors.id, companies.id]);
  const assets: LargeAsset[] = [];
  for (const [index, { name, ticker }] of ASSETS.slice(0, wanted).entries()) {
    const isRestricted = index % 2 === 0;
    const { assetUuid, assetId } = await director.issue({
      ...{ name, ticker, domain: "example.com", amount: ISSUED, precision: 0 },
      ...{ transferRestricted: isRestricted, isReissuable: true },
    });
    await director.mine(3);
    await director.ask("authorizeAsset", { params: { assetUuid } });
    if (isRestricted)
      await director.ask("addCategoryAsset", { params: { categoryId: String(investors.id), assetUuid } });
    if (index > 0) {
      await director.assign(assetUuid, nominee.userId, PLACED);
      await director.distribute(assetUuid);
    }
    assets.push({ index, assetUuid, assetId, nominee: index > 0 ? nominee.gaid : null });
  }
  const [first] = assets;
  if (first)
    await director.ask("addManagerAsset", {
      params: { managerId: String(manager.id), assetUuid: first.assetUuid },
    });
  const ids = { investorsId: investors.id, companiesId: companies.id };
  return { register: { issuerId: issuer.id, firstId: nominee.userId + 1, ...ids }, nominee, assets };
}

async function addNominee(director: Director, categories: number[]): Promise<Holder> {
  const { ledger } = director.unit;
  const gaid = await ledger.createGaid();
  const { id: userId } = await director.ask("addRegisteredUser", {
    body: { name: "Northgate Nominees Ltd", isCompany: true, gaid },
  });
  for (const categoryId of categories)
    await director.ask("addCategoryUser", {
      params: { categoryId: String(categoryId), registeredUserId: String(userId) },
    });
  const confidentialAddress = await ledger.nextGaidAddress(gaid);
  const { scriptHex } = parseAddress(confidentialAddress, ledger.network);
  const address = addressOfScript(scriptHex, ledger.network) ?? "";
  const script = fromHex(scriptHex);
  const owner = gaidOwner(gaid);
  const cells = cellsOf({ scriptHex, owner, address });
  return { cells, place: 0, userId, gaid, owner, script, scriptHex, address, confidentialAddress };
}
