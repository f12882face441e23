# From nothing to a first holder: issue, authorise, assign, distribute, confirm. Ruby 3, standard library only.

require "json"
require "net/http"

AMP = ENV.fetch("AMP_URL", "http://127.0.0.1:4000/api")
NODE = ENV.fetch("NODE_URL", "http://127.0.0.1:4000/elements/wallet/treasury")
CONTROL = ENV.fetch("CONTROL_URL", "http://127.0.0.1:4000/control")
NODE_LOGIN = ENV.fetch("NODE_LOGIN", "rpcuser:rpcpass")

def request(method, url, body = nil, headers = {})
  uri = URI(url)
  call = Net::HTTP.const_get(method.capitalize).new(uri, { "content-type" => "application/json" }.merge(headers))
  call.body = JSON.generate(body) unless body.nil?
  answer = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") { |http| http.request(call) }
  raise "#{method} #{url} answered #{answer.code}: #{answer.body}" unless answer.is_a?(Net::HTTPSuccess)

  answer.body.to_s.strip.empty? ? nil : JSON.parse(answer.body) # several confirms answer with an empty body
end

def node(method, *params)
  call = { jsonrpc: "1.0", id: 1, method: method, params: params }
  request("POST", NODE, call, { "authorization" => "Basic #{[NODE_LOGIN].pack("m0")}" })["result"]
end

def mine(blocks) = request("POST", "#{CONTROL}/mine", { blocks: blocks })

CREDENTIALS = { username: "issuer", password: "issuer-password" }.freeze
TOKEN = request("POST", "#{AMP}/user/obtain_token", CREDENTIALS)["token"]

def amp(method, path, body = nil)
  request(method, AMP + path, body, { "authorization" => "token #{TOKEN}" })
end

run = (Time.now.to_f * 1000).to_i
asset = amp("POST", "/assets/issue", {
  name: "Example Fund #{run}",
  amount: 1_000_000,
  destination_address: node("getnewaddress"),
  transfer_restricted: true
})
asset_path = "/assets/#{asset["asset_uuid"]}"
mine(3) # register-authorized wants more than two confirmations
amp("GET", "#{asset_path}/register-authorized")

gaid = request("POST", "#{CONTROL}/wallets", {})["gaid"]
user = amp("POST", "/registered_users/add", { name: "Alice #{run}", is_company: false, GAID: gaid })
amp("POST", "#{asset_path}/assignments/create", {
  assignments: [{ registered_user: user["id"], amount: 2_500, ready_for_distribution: true }]
})

order = amp("GET", "#{asset_path}/distributions/create/")
uuid = order["distribution_uuid"] or raise "Nothing to distribute: #{order}"
# Amounts of a work order are decimals for the node; they go on as they came.
txid = node("sendmany", "", order["map_address_amount"], 0, uuid, [], false, 1, "UNSET", order["map_address_asset"])
mine(2)

change = node("listunspent").select { |coin| coin["txid"] == txid && coin["asset"] == asset["asset_id"] }
amp("POST", "#{asset_path}/distributions/#{uuid}/confirm", {
  tx_data: { txid: txid, details: node("gettransaction", txid)["details"] },
  change_data: change
})
amp("GET", "#{asset_path}/ownerships").each { |row| puts "#{row["GAID"] || "treasury"} #{row["amount"]}" }
