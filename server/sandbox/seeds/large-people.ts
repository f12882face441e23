import { fromHex } from "../ledger/bytes";
import { gaidOwner } from "../ledger/keyring";
import { isCompany, nameOf } from "./large-plan";
import { cellsOf, type LargeRows, rowOf } from "./large-rows";
import type { WalletMaker } from "./large-wallets";

/** A registered user with a wallet, as an output is made to it. */
export interface Holder {
  /** Its place in the register: the nominee is 0. */
  place: number;
  userId: number;
  gaid: string;
  owner: string;
  script: Buffer;
  scriptHex: string;
  address: string;
  confidentialAddress: string;
  /** Columns of an output to it. */
  cells: string;
}

export interface Register {
  issuerId: number;
  /** The id of the user at place 1; the others follow. */
  firstId: number;
  investorsId: number;
  companiesId: number;
  openedAt: Date;
}

/** Writes users, their GAIDs, categories and wallets, one after the other. */
export class LargePeople {
  #place = 1;

  constructor(
    private readonly rows: LargeRows,
    private readonly maker: WalletMaker,
    private readonly register: Register,
  ) {}

  next(count: number): Holder[] {
    return this.maker.make(count).map((wallet) => {
      const { gaid, seedHex, scriptHex, address, confidentialAddress, publicKey, blindingPublicKey } = wallet;
      const { issuerId, firstId, investorsId, companiesId, openedAt } = this.register;
      const place = this.#place++;
      const userId = firstId + place - 1;
      const owner = gaidOwner(gaid);
      const { rows } = this;
      rows.add("owners", rowOf(owner, seedHex, 1, openedAt.toISOString()));
      rows.add(
        "scripts",
        rowOf(scriptHex, owner, false, 0, "", confidentialAddress, publicKey, blindingPublicKey),
      );
      rows.add(
        "amp_registered_users",
        rowOf(userId, issuerId, nameOf(place), isCompany(place), gaid, issuerId),
      );
      rows.add("amp_user_gaids", rowOf(issuerId, gaid, userId));
      rows.add("amp_category_users", rowOf(investorsId, userId));
      if (isCompany(place)) rows.add("amp_category_users", rowOf(companiesId, userId));
      return {
        place,
        userId,
        gaid,
        owner,
        script: fromHex(scriptHex),
        scriptHex,
        address,
        confidentialAddress,
        cells: cellsOf({ scriptHex, owner, address }),
      };
    });
  }
}
