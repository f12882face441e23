import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import type { Unit, World } from "../../world";
import { type Account, findByUsername, toAccount } from "../accounts";
import { type AssetRow, findAssetByUuid } from "../asset-store";
import { settleHeights } from "../books";
import { perform, type Request } from "../perform";
import { AmpRefusal } from "../refusal";
import * as chain from "./chain";

/** An issuer at work inside one unit: AMP's calls, its node, its blocks. */
export class Issuer {
  private constructor(
    readonly unit: Unit,
    private readonly world: World,
    private readonly account: Account,
  ) {}

  static async in(unit: Unit, world: World): Promise<Issuer> {
    const row = await findByUsername(unit.db, "issuer");
    if (!row) throw new Error("There is no issuer.");
    return new Issuer(unit, world, toAccount(row));
  }

  ask<K extends EndpointName>(name: K, request: Omit<Request<K>, "account"> = {}) {
    return perform(this.unit, this.world.env, name, { account: this.account, ...request });
  }

  /** What AMP says against a call; null when it takes it. */
  async refusalOf(call: Promise<unknown>): Promise<string | null> {
    try {
      await call;
      return null;
    } catch (error) {
      if (error instanceof AmpRefusal) return (error.body as { Error?: string }).Error ?? error.message;
      throw error;
    }
  }

  async mine(blocks: number): Promise<void> {
    await this.unit.ledger.mine(blocks);
    await settleHeights(this.unit);
  }

  /** An asset ready to be distributed, all of it in the treasury. */
  async issue({ amount = 1_000_000n, tokens = 1n } = {}): Promise<AssetRow> {
    const { node, db } = this.unit;
    const { assetUuid } = await this.ask("issueAsset", {
      body: {
        ...{ name: "Alpine Growth Fund", amount, precision: 0 },
        ...{ isConfidential: false, transferRestricted: false },
        destinationAddress: await node.getNewAddress(chain.TREASURY),
        ...{ isReissuable: true, reissuanceAmount: tokens },
        reissuanceAddress: await node.getNewAddress(chain.TREASURY),
      },
    });
    await this.mine(3);
    await this.ask("authorizeAsset", { params: { assetUuid } });
    return (await findAssetByUuid(db, assetUuid)) as AssetRow;
  }

  /** A registered user with a wallet. */
  async addUser(name: string): Promise<{ id: number; gaid: string }> {
    const gaid = await this.unit.ledger.createGaid();
    const { id } = await this.ask("addRegisteredUser", { body: { name, isCompany: false, gaid } });
    return { id, gaid };
  }

  /** One assignment for each amount, and the order that takes them. */
  async order({ uuid: assetUuid }: AssetRow, user: { id: number }, amounts: bigint[]) {
    for (const amount of amounts) {
      const draft = { registeredUser: user.id, amount, readyForDistribution: true, vestingTimestamp: null };
      await this.ask("createAssignment", { params: { assetUuid }, body: { assignments: [draft] } });
    }
    const order = await this.ask("createDistribution", { params: { assetUuid } });
    if (order.distributionUuid === undefined) throw new Error("There was nothing to distribute.");
    return { uuid: order.distributionUuid, payments: order.mapAddressAmount };
  }

  confirm(asset: AssetRow, order: { uuid: string }, body: Request<"confirmDistribution">["body"]) {
    return this.ask("confirmDistribution", {
      params: { assetUuid: asset.uuid, distributionUuid: order.uuid },
      body,
    });
  }

  confirmBurn = ({ uuid: assetUuid }: AssetRow, body: Request<"confirmBurn">["body"]) =>
    this.ask("confirmBurn", { params: { assetUuid }, body });

  confirmReissuance = ({ uuid: assetUuid }: AssetRow, body: Request<"confirmReissuance">["body"]) =>
    this.ask("confirmReissuance", { params: { assetUuid }, body });

  async lost({ uuid: assetUuid }: AssetRow) {
    const { lostOutputs, reissuanceLostOutputs } = await this.ask("listLostOutputs", {
      params: { assetUuid },
    });
    const places = (outputs: { txid: string; vout: number }[]) =>
      outputs.map(({ txid, vout }) => `${txid}:${vout}`);
    return { asset: places(lostOutputs), token: places(reissuanceLostOutputs) };
  }

  /** Sats of all ownerships, now or at a block. */
  async owned({ uuid: assetUuid }: AssetRow, height?: number): Promise<bigint> {
    const rows = await this.ask("listOwnerships", { params: { assetUuid }, query: { height } });
    return rows.reduce((total, { amount }) => total + amount, 0n);
  }
}
