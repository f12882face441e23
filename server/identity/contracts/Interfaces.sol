// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

struct CommonState {
    string flavor;
    string version;
    address contractAddress;
    address owner;
    address stablecoin;
    address walletApprover;
    string info;
}

interface IIssuer {
    function isWalletApproved(address wallet) external view returns (bool);
    function approveWallet(address wallet) external;
    function commonState() external view returns (CommonState memory);
}

interface ICampaign {
    function investForBeneficiary(address spender, address beneficiary, uint256 amount) external;
    function isWalletWhitelisted(address wallet) external view returns (bool);
    function stablecoin() external view returns (IERC20);
}

interface IERC20 {
    function balanceOf(address owner) external view returns (uint256);
    function allowance(address owner, address spender) external view returns (uint256);
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}
