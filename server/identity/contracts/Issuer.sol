// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

import "./Interfaces.sol";

/// Knows which wallets belong to people who may invest. Its approver says who; its owner is in from the start.
contract Issuer is IIssuer {
    string public constant flavor = "IssuerV1";
    string public constant version = "1.0.26";

    address public immutable owner;
    address public immutable stablecoin;
    address public immutable walletApprover;
    mapping(address => bool) public isWalletApproved;

    event WalletWhitelist(address indexed approver, address indexed wallet);
    event WalletBlacklist(address indexed approver, address indexed wallet);

    constructor(address owner_, address stablecoin_, address walletApprover_) {
        owner = owner_;
        stablecoin = stablecoin_;
        walletApprover = walletApprover_;
        isWalletApproved[owner_] = true;
    }

    modifier onlyApprover() {
        require(msg.sender == walletApprover, "Issuer: only its wallet approver.");
        _;
    }

    function approveWallet(address wallet) external onlyApprover {
        require(wallet != address(0), "Issuer: no wallet.");
        isWalletApproved[wallet] = true;
        emit WalletWhitelist(msg.sender, wallet);
    }

    function suspendWallet(address wallet) external onlyApprover {
        isWalletApproved[wallet] = false;
        emit WalletBlacklist(msg.sender, wallet);
    }

    function commonState() external view returns (CommonState memory) {
        return CommonState(flavor, version, address(this), owner, stablecoin, walletApprover, "");
    }
}
