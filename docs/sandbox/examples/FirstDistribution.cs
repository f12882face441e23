// From nothing to a first holder: issue, authorise, assign, distribute, confirm. .NET 6 or newer, nothing installed.
// dotnet new console -o example && cp FirstDistribution.cs example/Program.cs && dotnet run --project example

using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

static class FirstDistribution
{
    static readonly string Amp = Setting("AMP_URL", "http://127.0.0.1:4000/api");
    static readonly string NodeUrl = Setting("NODE_URL", "http://127.0.0.1:4000/elements/wallet/treasury");
    static readonly string Control = Setting("CONTROL_URL", "http://127.0.0.1:4000/control");
    static readonly string NodeLogin = Setting("NODE_LOGIN", "rpcuser:rpcpass");
    static readonly HttpClient Http = new HttpClient();
    static string token = "";

    static string Setting(string name, string otherwise) =>
        Environment.GetEnvironmentVariable(name) ?? otherwise;

    /// <returns>null for an empty body: several confirms have none</returns>
    static async Task<JsonNode> Request(string method, string url, JsonNode body, string authorization)
    {
        var call = new HttpRequestMessage(new HttpMethod(method), url);
        if (authorization != null) call.Headers.TryAddWithoutValidation("authorization", authorization);
        if (body != null) call.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var answer = await Http.SendAsync(call);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new Exception($"{method} {url} answered {(int)answer.StatusCode}: {text}");
        // Parsed nodes keep the text of their numbers, so decimals go on exactly as they came.
        return text.Trim() == "" ? null : JsonNode.Parse(text);
    }

    static async Task<JsonNode> Node(string method, params JsonNode[] parameters)
    {
        var call = new JsonObject
        {
            ["jsonrpc"] = "1.0", ["id"] = 1, ["method"] = method, ["params"] = new JsonArray(parameters),
        };
        var login = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(NodeLogin));
        return (await Request("POST", NodeUrl, call, login))["result"];
    }

    static Task<JsonNode> Ask(string method, string path, JsonNode body = null) =>
        Request(method, Amp + path, body, token == "" ? null : $"token {token}");

    static Task<JsonNode> Turn(string path, JsonObject body) => Request("POST", Control + path, body, null);

    static JsonNode Copy(JsonNode node) => JsonNode.Parse(node.ToJsonString());

    static async Task Main()
    {
        var credentials = new JsonObject { ["username"] = "issuer", ["password"] = "issuer-password" };
        token = (string)(await Ask("POST", "/user/obtain_token", credentials))["token"];

        var run = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var asset = await Ask("POST", "/assets/issue", new JsonObject
        {
            ["name"] = $"Example Fund {run}",
            ["amount"] = 1000000,
            ["destination_address"] = Copy(await Node("getnewaddress")),
            ["transfer_restricted"] = true,
        });
        var path = $"/assets/{asset["asset_uuid"]}";
        await Turn("/mine", new JsonObject { ["blocks"] = 3 }); // register-authorized wants more than two
        await Ask("GET", $"{path}/register-authorized");

        var gaid = (string)(await Turn("/wallets", new JsonObject()))["gaid"];
        var user = await Ask("POST", "/registered_users/add", new JsonObject
        {
            ["name"] = $"Alice {run}", ["is_company"] = false, ["GAID"] = gaid,
        });
        var assignment = new JsonObject
        {
            ["registered_user"] = Copy(user["id"]), ["amount"] = 2500, ["ready_for_distribution"] = true,
        };
        await Ask("POST", $"{path}/assignments/create", new JsonObject { ["assignments"] = new JsonArray(assignment) });

        // With HttpClient the slash at the end matters on the real service: it would drop the header on a redirect.
        var order = await Ask("GET", $"{path}/distributions/create/");
        var uuid = (string)order["distribution_uuid"] ?? throw new Exception($"Nothing to distribute: {order}");
        var txid = (string)await Node("sendmany", "", Copy(order["map_address_amount"]), 0, uuid, new JsonArray(),
            false, 1, "UNSET", Copy(order["map_address_asset"]));
        await Turn("/mine", new JsonObject { ["blocks"] = 2 });

        var change = (await Node("listunspent")).AsArray()
            .Where(coin => (string)coin["txid"] == txid && (string)coin["asset"] == (string)asset["asset_id"])
            .Select(Copy).ToArray();
        var details = (await Node("gettransaction", txid))["details"];
        await Ask("POST", $"{path}/distributions/{uuid}/confirm", new JsonObject
        {
            ["tx_data"] = new JsonObject { ["txid"] = txid, ["details"] = Copy(details) },
            ["change_data"] = new JsonArray(change),
        });
        foreach (var row in (await Ask("GET", $"{path}/ownerships")).AsArray())
            Console.WriteLine($"{(string)row["GAID"] ?? "treasury"} {row["amount"]}");
    }
}
