// From nothing to a first holder: issue, authorise, assign, distribute, confirm. Go 1.19, standard library only.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

type object = map[string]any

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

var (
	ampURL     = setting("AMP_URL", "http://127.0.0.1:4000/api")
	nodeURL    = setting("NODE_URL", "http://127.0.0.1:4000/elements/wallet/treasury")
	controlURL = setting("CONTROL_URL", "http://127.0.0.1:4000/control")
	nodeLogin  = setting("NODE_LOGIN", "rpcuser:rpcpass")
	token      string
)

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// request answers nil for an empty body: several confirms have none.
func request(method, url string, body any, sign func(*http.Request)) any {
	data, err := json.Marshal(body)
	must(err)
	call, err := http.NewRequest(method, url, bytes.NewReader(data))
	must(err)
	call.Header.Set("content-type", "application/json")
	sign(call)
	answer, err := http.DefaultClient.Do(call)
	must(err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	must(err)
	if answer.StatusCode >= 300 {
		log.Fatalf("%s %s answered %d: %s", method, url, answer.StatusCode, text)
	}
	if strings.TrimSpace(string(text)) == "" {
		return nil
	}
	var result any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber() // decimals of a work order go on exactly as they came
	must(decoder.Decode(&result))
	return result
}

func node(method string, params ...any) any {
	if params == nil {
		params = []any{}
	}
	user, password, _ := strings.Cut(nodeLogin, ":")
	call := object{"jsonrpc": "1.0", "id": 1, "method": method, "params": params}
	sign := func(call *http.Request) { call.SetBasicAuth(user, password) }
	return request("POST", nodeURL, call, sign).(object)["result"]
}

func control(path string, body any) object {
	answer, _ := request("POST", controlURL+path, body, func(*http.Request) {}).(object)
	return answer
}

func amp(method, path string, body any) any {
	sign := func(call *http.Request) {
		if token != "" {
			call.Header.Set("authorization", "token "+token)
		}
	}
	return request(method, ampURL+path, body, sign)
}

func main() {
	credentials := object{"username": "issuer", "password": "issuer-password"}
	token = amp("POST", "/user/obtain_token", credentials).(object)["token"].(string)

	run := time.Now().UnixMilli()
	asset := amp("POST", "/assets/issue", object{
		"name":                fmt.Sprintf("Example Fund %d", run),
		"amount":              1_000_000,
		"destination_address": node("getnewaddress"),
		"transfer_restricted": true,
	}).(object)
	path := fmt.Sprintf("/assets/%s", asset["asset_uuid"])
	control("/mine", object{"blocks": 3}) // register-authorized wants more than two confirmations
	amp("GET", path+"/register-authorized", nil)

	gaid := control("/wallets", object{})["gaid"]
	user := amp("POST", "/registered_users/add", object{
		"name": fmt.Sprintf("Alice %d", run), "is_company": false, "GAID": gaid,
	}).(object)
	amp("POST", path+"/assignments/create", object{"assignments": []object{
		{"registered_user": user["id"], "amount": 2_500, "ready_for_distribution": true},
	}})

	order := amp("GET", path+"/distributions/create/", nil).(object)
	uuid, found := order["distribution_uuid"].(string)
	if !found {
		log.Fatalf("Nothing to distribute: %v", order)
	}
	txid := node("sendmany", "", order["map_address_amount"], 0, uuid, []any{}, false, 1, "UNSET",
		order["map_address_asset"])
	control("/mine", object{"blocks": 2})

	change := []any{}
	for _, coin := range node("listunspent").([]any) {
		if coin.(object)["txid"] == txid && coin.(object)["asset"] == asset["asset_id"] {
			change = append(change, coin)
		}
	}
	details := node("gettransaction", txid).(object)["details"]
	amp("POST", path+"/distributions/"+uuid+"/confirm", object{
		"tx_data":     object{"txid": txid, "details": details},
		"change_data": change,
	})
	for _, row := range amp("GET", path+"/ownerships", nil).([]any) {
		holder := row.(object)["GAID"]
		if holder == nil {
			holder = "treasury"
		}
		fmt.Println(holder, row.(object)["amount"])
	}
}
