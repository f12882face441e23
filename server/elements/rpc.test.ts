import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { elementsAmount } from "@/lib/contracts/wire";
import { worksText } from "@/lib/messages/works";
import { createNodeClient, inNodeWords, RpcError, splitNodeUrl } from "./rpc";

describe("the node's URL", () => {
  it("loses its credentials before anybody can print it", () => {
    const { url, authorization } = splitNodeUrl("http://rpc%40user:p%3Ass@127.0.0.1:7041/wallet/treasury");
    expect(url).toBe("http://127.0.0.1:7041/wallet/treasury");
    expect(authorization).toBe(`Basic ${Buffer.from("rpc@user:p:ss").toString("base64")}`);
  });
});

describe("the node client", () => {
  async function nodeThat(status: number, text: string) {
    const server = createServer((_, response) => response.writeHead(status).end(text));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return {
      client: createNodeClient(`http://u:hidden@127.0.0.1:${port}/wallet/w`, 500),
      stop: () => server.close(),
    };
  }

  it("reads amounts digit by digit", async () => {
    const { client, stop } = await nodeThat(
      200,
      '{"result":{"bitcoin":20999999.99999406,"x":1e-08},"error":null,"id":1}',
    );
    const balance = await client.call("getbalance", [], z.record(z.string(), elementsAmount));
    expect(balance).toEqual({ bitcoin: 2099999999999406n, x: 1n });
    stop();
  });

  it("turns the node's refusal into its code, also under HTTP 500", async () => {
    const { client, stop } = await nodeThat(
      500,
      '{"result":null,"error":{"code":-6,"message":"Insufficient funds"},"id":1}',
    );
    const error = await client.call("sendmany", [], z.string()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RpcError);
    expect(error).toMatchObject({ code: -6, method: "sendmany" });
    stop();
  });

  it("says that the credentials are wrong without showing them", async () => {
    const { client, stop } = await nodeThat(401, "");
    const error = (await client.call("getbalance", [], z.unknown()).catch((caught) => caught)) as Error;
    expect(error).toMatchObject({ code: "UNAVAILABLE" });
    expect(`${error.stack}`).not.toContain("hidden");
    stop();
  });
});

describe("a refusal as people read it", () => {
  it("says what to do about a locked wallet, and gives the node's words for anything else", () => {
    const words = (code: number) =>
      inNodeWords(new RpcError("signrawtransactionwithwallet", code, "Error: no."));
    expect(words(-13)).toMatchObject({ code: "REJECTED", message: worksText.walletLocked });
    expect(words(-4)).toMatchObject({ code: "REJECTED", message: "The treasury node refuses: Error: no." });
  });
});
