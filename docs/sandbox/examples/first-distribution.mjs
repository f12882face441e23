// From nothing to a first holder: issue, authorise, assign, distribute, confirm. Node.js 20, nothing installed.

const {
  AMP_URL = "http://127.0.0.1:4000/api",
  NODE_URL = "http://127.0.0.1:4000/elements/wallet/treasury",
  CONTROL_URL = "http://127.0.0.1:4000/control",
  NODE_LOGIN = "rpcuser:rpcpass",
} = process.env;

async function request(method, url, body, headers = {}) {
  const answer = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text}`);
  return text.trim() === "" ? undefined : JSON.parse(text); // several confirms answer with an empty body
}

async function node(method, ...params) {
  const authorization = `Basic ${Buffer.from(NODE_LOGIN).toString("base64")}`;
  const call = { jsonrpc: "1.0", id: 1, method, params };
  return (await request("POST", NODE_URL, call, { authorization })).result;
}

const mine = (blocks) => request("POST", `${CONTROL_URL}/mine`, { blocks });

const credentials = { username: "issuer", password: "issuer-password" };
const { token } = await request("POST", `${AMP_URL}/user/obtain_token`, credentials);
const amp = (method, path, body) =>
  request(method, `${AMP_URL}${path}`, body, { authorization: `token ${token}` });

const run = Date.now();
const asset = await amp("POST", "/assets/issue", {
  name: `Example Fund ${run}`,
  amount: 1_000_000,
  destination_address: await node("getnewaddress"),
  transfer_restricted: true,
});
const assetPath = `/assets/${asset.asset_uuid}`;
await mine(3); // register-authorized wants more than two confirmations
await amp("GET", `${assetPath}/register-authorized`);

const { gaid } = await request("POST", `${CONTROL_URL}/wallets`, {});
const user = await amp("POST", "/registered_users/add", {
  name: `Alice ${run}`,
  is_company: false,
  GAID: gaid,
});
await amp("POST", `${assetPath}/assignments/create`, {
  assignments: [{ registered_user: user.id, amount: 2_500, ready_for_distribution: true }],
});

const order = await amp("GET", `${assetPath}/distributions/create/`);
if (!order.distribution_uuid) throw new Error(`Nothing to distribute: ${JSON.stringify(order)}`);
const { map_address_amount: amounts, map_address_asset: assets, distribution_uuid: uuid } = order;
// Amounts of a work order are decimals for the node; they go on as they came.
const txid = await node("sendmany", "", amounts, 0, uuid, [], false, 1, "UNSET", assets);
await mine(2);

const { details } = await node("gettransaction", txid);
const unspent = await node("listunspent");
await amp("POST", `${assetPath}/distributions/${uuid}/confirm`, {
  tx_data: { txid, details },
  change_data: unspent.filter((coin) => coin.txid === txid && coin.asset === asset.asset_id),
});
for (const { GAID, amount } of await amp("GET", `${assetPath}/ownerships`)) {
  console.log(GAID ?? "treasury", amount);
}
