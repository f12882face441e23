// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

/// Gives coins to wallets that hold no more than the threshold and passes over the others.
contract Faucet {
    string public constant flavor = "FaucetServiceV1";
    string public constant version = "1.0.26";

    address public immutable masterOwner;
    mapping(address => bool) public allowedCallers;
    /// Both in wei.
    uint256 public immutable rewardPerApprove;
    uint256 public immutable balanceThresholdForReward;

    event WalletFunded(address indexed caller, address indexed wallet, uint256 reward);

    constructor(address masterOwner_, address[] memory callers, uint256 reward, uint256 threshold) payable {
        masterOwner = masterOwner_;
        rewardPerApprove = reward;
        balanceThresholdForReward = threshold;
        for (uint256 i = 0; i < callers.length; i++) allowedCallers[callers[i]] = true;
    }

    receive() external payable {}

    function faucet(address payable[] calldata wallets) external {
        require(msg.sender == masterOwner || allowedCallers[msg.sender], "Faucet: not allowed.");
        require(address(this).balance >= rewardPerApprove * wallets.length, "Faucet: holds too little.");
        for (uint256 i = 0; i < wallets.length; i++) {
            if (wallets[i].balance > balanceThresholdForReward) continue;
            (bool isPaid, ) = wallets[i].call{value: rewardPerApprove}("");
            if (isPaid) emit WalletFunded(msg.sender, wallets[i], rewardPerApprove);
        }
    }
}
