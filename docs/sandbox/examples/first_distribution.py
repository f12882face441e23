"""From nothing to a first holder: issue, authorise, assign, distribute, confirm. Python 3.9, standard library only."""

import base64
import json
import os
import time
import urllib.request

AMP = os.environ.get("AMP_URL", "http://127.0.0.1:4000/api")
NODE = os.environ.get("NODE_URL", "http://127.0.0.1:4000/elements/wallet/treasury")
CONTROL = os.environ.get("CONTROL_URL", "http://127.0.0.1:4000/control")
NODE_LOGIN = os.environ.get("NODE_LOGIN", "rpcuser:rpcpass")


def request(method, url, body=None, headers=None):
    data = None if body is None else json.dumps(body).encode()
    call = urllib.request.Request(
        url, data, {"content-type": "application/json", **(headers or {})}, method=method
    )
    with urllib.request.urlopen(call) as answer:
        text = answer.read()
    return json.loads(text) if text.strip() else None  # several confirms answer with an empty body


def node(method, *params):
    login = base64.b64encode(NODE_LOGIN.encode()).decode()
    call = {"jsonrpc": "1.0", "id": 1, "method": method, "params": params}
    return request("POST", NODE, call, {"authorization": f"Basic {login}"})["result"]


def mine(blocks):
    request("POST", f"{CONTROL}/mine", {"blocks": blocks})


credentials = {"username": "issuer", "password": "issuer-password"}
token = request("POST", f"{AMP}/user/obtain_token", credentials)["token"]


def amp(method, path, body=None):
    return request(method, AMP + path, body, {"authorization": f"token {token}"})


run = int(time.time() * 1000)
asset = amp("POST", "/assets/issue", {
    "name": f"Example Fund {run}",
    "amount": 1_000_000,
    "destination_address": node("getnewaddress"),
    "transfer_restricted": True,
})
asset_path = f"/assets/{asset['asset_uuid']}"
mine(3)  # register-authorized wants more than two confirmations
amp("GET", f"{asset_path}/register-authorized")

gaid = request("POST", f"{CONTROL}/wallets", {})["gaid"]
user = amp("POST", "/registered_users/add", {"name": f"Alice {run}", "is_company": False, "GAID": gaid})
amp("POST", f"{asset_path}/assignments/create", {"assignments": [
    {"registered_user": user["id"], "amount": 2_500, "ready_for_distribution": True},
]})

order = amp("GET", f"{asset_path}/distributions/create/")
if "distribution_uuid" not in order:
    raise SystemExit(f"Nothing to distribute: {order}")
# Amounts of a work order are decimals for the node; they go on as they came.
txid = node(
    "sendmany", "", order["map_address_amount"], 0, order["distribution_uuid"], [], False, 1, "UNSET",
    order["map_address_asset"],
)
mine(2)

change = [coin for coin in node("listunspent") if coin["txid"] == txid and coin["asset"] == asset["asset_id"]]
amp("POST", f"{asset_path}/distributions/{order['distribution_uuid']}/confirm", {
    "tx_data": {"txid": txid, "details": node("gettransaction", txid)["details"]},
    "change_data": change,
})
for row in amp("GET", f"{asset_path}/ownerships"):
    print(row["GAID"] or "treasury", row["amount"])
