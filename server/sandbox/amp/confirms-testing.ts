import { startTestSandbox, type TestSandbox } from "../testing";
import type { AssetRow } from "./asset-store";
import * as chain from "./play/chain";
import { Issuer } from "./play/issuer";
import { onTrial } from "./play/trial";

export const ZEROS = "0".repeat(64);
export type Payments = Record<string, bigint>;
export type Scene = {
  issuer: Issuer;
  asset: AssetRow;
  user: { id: number; gaid: string };
  payments: Payments;
};
export type Payload = Awaited<ReturnType<typeof chain.distributionBody>>;

export const pay = ({ issuer, asset, payments }: Scene) =>
  chain.payOrder(issuer.unit, payments, asset.assetId);
export const outputsOf = (assetId: string, payments: Payments) =>
  Object.entries(payments).map(([to, amountSats]) => ({ to, assetId, amountSats }));

/**
 * The world of every case about confirms: an asset with an order over 1,000 and 2,000 sats, and one to burn and to
 * reissue 300,000.
 */
export class Confirms {
  private constructor(
    private readonly sandbox: TestSandbox,
    readonly asset: AssetRow,
    readonly user: { id: number; gaid: string },
    readonly order: { uuid: string; payments: Payments },
  ) {}

  static async start(): Promise<Confirms> {
    const sandbox = await startTestSandbox();
    return sandbox.world.write(async (unit) => {
      await unit.node.createWallet("somebody-else");
      const issuer = await Issuer.in(unit, sandbox.world);
      const asset = await issuer.issue();
      const user = await issuer.addUser("Alice Ames");
      const order = await issuer.order(asset, user, [1_000n, 2_000n]);
      const params = { assetUuid: asset.uuid };
      await issuer.ask("requestBurn", { params, body: { amount: 300_000n } });
      await issuer.ask("requestReissuance", { params, body: { amountToReissue: 300_000n } });
      return new Confirms(sandbox, asset, user, order);
    });
  }

  stop = () => this.sandbox.stop();

  /** Ends with its world as it was before. */
  trial = <T>(work: (issuer: Issuer) => Promise<T>) =>
    onTrial(this.sandbox.world, async (unit) => work(await Issuer.in(unit, this.sandbox.world)));

  /** The order, the transaction that is said to be it, two blocks, the node's answers. */
  async confirmed(
    issuer: Issuer,
    send: (scene: Scene) => Promise<string>,
    alter: (payload: Payload) => unknown = () => undefined,
    blocks = 2,
  ) {
    const { asset, user, order } = this;
    const txid = await send({ issuer, asset, user, payments: order.payments });
    await issuer.mine(blocks);
    const payload = await chain.distributionBody(issuer.unit, asset, txid);
    alter(payload);
    const refusal = await issuer.refusalOf(issuer.confirm(asset, order, payload));
    return { refusal, lost: (await issuer.lost(asset)).asset, issuer, asset, order, txid, payload };
  }
}
