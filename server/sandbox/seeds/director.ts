import { z } from "zod";
import type { IssueRequest, IssueResponse } from "@/lib/contracts/amp/assets";
import type { EndpointName } from "@/lib/contracts/amp/endpoints";
import { NodeUnspent } from "@/lib/contracts/amp/node-entries";
import { now, turnClock } from "@/server/platform/clock";
import type { Account } from "../amp/accounts";
import { settleHeights } from "../amp/books";
import { perform, type Request } from "../amp/perform";
import { nodeDetails } from "../elements/node-details";
import type { LiveEnv, Unit } from "../world";
import { TREASURY_WALLET } from "./accounts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Plays the history of a world: what issuer, node and holders would have done, through the same doors. */
export class Director {
  private clockMs: number;

  constructor(
    readonly unit: Unit,
    private readonly env: LiveEnv,
    private readonly issuer: Account,
    daysAgo: number,
  ) {
    this.clockMs = -daysAgo * DAY_MS;
    turnClock(this.clockMs);
  }

  /** The issuer asks AMP. */
  ask<K extends EndpointName>(name: K, request: Omit<Request<K>, "account"> = {}) {
    return perform(this.unit, this.env, name, { account: this.issuer, ...request });
  }

  /** How far the history still is from the present. */
  get msBehind(): number {
    return -this.clockMs;
  }

  passDays(days: number): void {
    this.passMs(days * DAY_MS);
  }

  /** A time to come, in whole seconds as AMP keeps it. */
  inDays(days: number): Date {
    return new Date(Math.floor(now().getTime() / 1000) * 1000 + days * DAY_MS);
  }

  /** A block a minute, as on Liquid. */
  async mine(blocks: number): Promise<void> {
    for (let block = 0; block < blocks; block += 1) {
      this.passMs(MINUTE_MS);
      await this.unit.ledger.mine(1);
    }
    await settleHeights(this.unit);
  }

  /** Issues to the treasury wallet, whose key goes into the registration. */
  async issue(
    draft: Pick<IssueRequest, "name" | "amount" | "precision" | "transferRestricted"> & {
      ticker: string;
      domain: string;
      isReissuable: boolean;
    },
  ): Promise<IssueResponse> {
    const { node } = this.unit;
    const destinationAddress = await node.getNewAddress(TREASURY_WALLET, draft.name);
    const { publicKey } = await node.getAddressInfo(TREASURY_WALLET, destinationAddress);
    if (publicKey === null) throw new Error("The treasury's wallet does not know its own address.");
    const token = draft.isReissuable
      ? { reissuanceAmount: 1n, reissuanceAddress: await node.getNewAddress(TREASURY_WALLET, draft.name) }
      : {};
    return this.ask("issueAsset", {
      body: { ...draft, ...token, destinationAddress, pubkey: publicKey, isConfidential: false },
    });
  }

  /** One assignment to a registered user. */
  async assign(
    assetUuid: string,
    registeredUser: number,
    amount: bigint,
    { isReady = true, vestsAt = null }: { isReady?: boolean; vestsAt?: Date | null } = {},
  ): Promise<void> {
    const draft = { registeredUser, amount, readyForDistribution: isReady, vestingTimestamp: vestsAt };
    await this.ask("createAssignment", { params: { assetUuid }, body: { assignments: [draft] } });
  }

  /** Distributes everything that is ready: order, sendmany, two blocks, confirm. */
  async distribute(assetUuid: string): Promise<void> {
    const order = await this.ask("createDistribution", { params: { assetUuid } });
    if (order.distributionUuid === undefined) throw new Error("The seed has nothing to distribute.");
    const { node } = this.unit;
    const recipients = Object.entries(order.mapAddressAmount).map(([address, amountSats]) => ({
      address,
      amountSats,
      assetId: order.assetId,
    }));
    const { txid } = await node.sendMany(TREASURY_WALLET, { recipients, comment: order.distributionUuid });
    await this.mine(2);
    await this.ask("confirmDistribution", {
      params: { assetUuid, distributionUuid: order.distributionUuid },
      body: {
        txData: { txid, details: await nodeDetails(this.unit, TREASURY_WALLET, txid) },
        changeData: await this.change(txid, order.assetId),
      },
    });
  }

  private async change(txid: string, assetId: string) {
    const coins = await this.unit.node.listUnspent(TREASURY_WALLET);
    return coins
      .filter((coin) => coin.txid === txid && coin.assetId === assetId)
      .map((coin) =>
        z.encode(NodeUnspent, {
          txid,
          vout: coin.vout,
          amount: coin.amountSats,
          amountblinder: coin.amountBlinder,
          asset: coin.assetId,
          assetblinder: coin.assetBlinder,
        }),
      );
  }

  private passMs(ms: number): void {
    this.clockMs = Math.min(this.clockMs + ms, 0);
    turnClock(this.clockMs);
  }
}
