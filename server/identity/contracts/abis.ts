import { parseAbi } from "viem";

/** What the service calls and reads of the contracts, whoever deployed them. */

export const approverAbi = parseAbi([
  "function approveWallets(address issuer, address[] wallets)",
  "event ApproveWalletSuccess(address indexed caller, address indexed wallet)",
  "event ApproveWalletFail(address indexed caller, address indexed wallet)",
  "event WalletFunded(address indexed caller, address indexed wallet, uint256 reward)",
]);

export const faucetAbi = parseAbi([
  "function faucet(address[] wallets)",
  "event WalletFunded(address indexed caller, address indexed wallet, uint256 reward)",
]);

export const issuerAbi = parseAbi([
  "function isWalletApproved(address wallet) view returns (bool)",
  "struct CommonState { string flavor; string version; address contractAddress; address owner; address stablecoin; address walletApprover; string info; }",
  "function commonState() view returns (CommonState state)",
  "function version() view returns (string)",
  "function flavor() view returns (string)",
  "event WalletWhitelist(address indexed approver, address indexed wallet)",
]);

export const investAbi = parseAbi([
  "struct Investment { address investor; address campaign; uint256 amount; }",
  "struct Status { address investor; address campaign; uint256 amount; bool readyToInvest; }",
  "function getStatus(Investment[] investments) view returns (Status[] statuses)",
  "function investFor(Investment[] investments)",
  "event InvestFor(address indexed investor, address indexed campaign, uint256 amount, bool successful)",
]);

export const campaignAbi = parseAbi([
  "function version() view returns (string)",
  "function minimum() view returns (uint256)",
  "function isWalletWhitelisted(address wallet) view returns (bool)",
  "function investmentOf(address investor) view returns (uint256)",
  "function investForBeneficiary(address spender, address beneficiary, uint256 amount)",
]);

export const stablecoinAbi = parseAbi([
  "function mint(address to, uint256 amount)",
  "function approve(address spender, uint256 amount) returns (bool)",
  "function transfer(address to, uint256 amount) returns (bool)",
  "function balanceOf(address owner) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
]);
