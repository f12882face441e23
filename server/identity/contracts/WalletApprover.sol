// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

import "./Issuer.sol";

/// Approves wallets at issuers that name it as their approver. One wallet that cannot be approved stops no other.
contract WalletApprover {
    string public constant flavor = "WalletApproverServiceV1";
    string public constant version = "1.0.26";

    address public immutable masterOwner;
    mapping(address => bool) public allowedApprovers;
    /// Paid to approved wallets that hold nothing, as long as there is something to pay with.
    uint256 public immutable rewardPerApprove;

    event ApproveWalletSuccess(address indexed caller, address indexed wallet);
    event ApproveWalletFail(address indexed caller, address indexed wallet);
    event WalletFunded(address indexed caller, address indexed wallet, uint256 reward);

    constructor(address masterOwner_, address[] memory approvers, uint256 rewardPerApprove_) payable {
        masterOwner = masterOwner_;
        rewardPerApprove = rewardPerApprove_;
        for (uint256 i = 0; i < approvers.length; i++) allowedApprovers[approvers[i]] = true;
    }

    receive() external payable {}

    modifier onlyAllowed() {
        require(msg.sender == masterOwner || allowedApprovers[msg.sender], "WalletApprover: not allowed.");
        _;
    }

    function approveWallets(address issuer, address[] calldata wallets) external onlyAllowed {
        require(
            IIssuer(issuer).commonState().walletApprover == address(this),
            "WalletApprover: not the approver of this issuer."
        );
        for (uint256 i = 0; i < wallets.length; i++) approve(IIssuer(issuer), wallets[i]);
    }

    function suspendWallet(address issuer, address wallet) external onlyAllowed {
        Issuer(issuer).suspendWallet(wallet);
    }

    function approve(IIssuer issuer, address wallet) private {
        try issuer.approveWallet(wallet) {
            emit ApproveWalletSuccess(msg.sender, wallet);
        } catch {
            emit ApproveWalletFail(msg.sender, wallet);
            return;
        }
        if (rewardPerApprove == 0 || wallet.balance > 0 || address(this).balance < rewardPerApprove) return;
        (bool isPaid, ) = wallet.call{value: rewardPerApprove}("");
        if (isPaid) emit WalletFunded(msg.sender, wallet, rewardPerApprove);
    }
}
