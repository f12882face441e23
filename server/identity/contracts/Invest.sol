// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

import "./Interfaces.sol";

/// Invests for wallets that allowed a campaign to take their stablecoins. Anybody may call it.
contract Invest {
    string public constant flavor = "InvestServiceV1";
    string public constant version = "1.0.26";

    struct Investment {
        address investor;
        address campaign;
        uint256 amount;
    }

    struct Status {
        address investor;
        address campaign;
        uint256 amount;
        bool readyToInvest;
    }

    event InvestFor(address indexed investor, address indexed campaign, uint256 amount, bool successful);

    /// In the order asked for. The amount is what could be taken, whatever was asked for.
    function getStatus(Investment[] calldata investments) external view returns (Status[] memory statuses) {
        statuses = new Status[](investments.length);
        for (uint256 i = 0; i < investments.length; i++) {
            address investor = investments[i].investor;
            ICampaign campaign = ICampaign(investments[i].campaign);
            IERC20 coin = campaign.stablecoin();
            uint256 balance = coin.balanceOf(investor);
            uint256 allowance = coin.allowance(investor, address(campaign));
            uint256 amount = balance < allowance ? balance : allowance;
            bool isReady = amount > 0 && campaign.isWalletWhitelisted(investor);
            statuses[i] = Status(investor, address(campaign), amount, isReady);
        }
    }

    /// One that fails is told by its event and stops no other.
    function investFor(Investment[] calldata investments) external {
        for (uint256 i = 0; i < investments.length; i++) {
            Investment calldata one = investments[i];
            bool isDone;
            try ICampaign(one.campaign).investForBeneficiary(one.investor, one.investor, one.amount) {
                isDone = true;
            } catch {}
            emit InvestFor(one.investor, one.campaign, one.amount, isDone);
        }
    }
}
