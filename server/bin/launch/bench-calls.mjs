export const ISSUER = { username: "issuer", password: "issuer-password" };
const NODE_AUTH = `Basic ${Buffer.from("rpcuser:rpcpass").toString("base64")}`;

/** A running sandbox as benchmarks call it: AMP as its issuer, the treasury wallet, the control API. */
export class BenchCalls {
  constructor(url) {
    this.url = url;
  }

  async signIn() {
    const { token } = await this.ask("/api/user/obtain_token", { body: ISSUER });
    this.headers = { authorization: `token ${token}` };
  }

  amp = (path, body, method) => this.ask(`/api${path}`, { body, method, headers: this.headers });
  mine = (blocks) => this.ask("/control/mine", { body: { blocks } });

  async node(method, params = []) {
    const body = { jsonrpc: "1.0", id: 1, method, params };
    const { result, error } = await this.ask("/elements/wallet/treasury", {
      body,
      headers: { authorization: NODE_AUTH },
    });
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  /** The answer's JSON; undefined where there is none. */
  async ask(path, { body, headers = {}, method = body === undefined ? "GET" : "POST" } = {}) {
    const json = { ...headers, "content-type": "application/json" };
    const init =
      body === undefined ? { method, headers } : { method, headers: json, body: JSON.stringify(body) };
    const response = await fetch(this.url + path, init);
    const text = await response.text();
    if (!response.ok && !path.startsWith("/elements")) throw new Error(`${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }

  confirm = (path, txData, changeData) => this.amp(path, { tx_data: txData, change_data: changeData });
}
