// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.0;

import "./Interfaces.sol";

/// Takes stablecoins for shares until its supply is sold. Without whitelist everybody may invest.
contract Campaign is ICampaign {
    string public constant flavor = "CfManagerSoftcapV1";

    struct Terms {
        string version;
        bool isWhitelistRequired;
        uint256 minimum;
        uint256 maximum;
        uint256 supply;
    }

    address public immutable owner;
    IIssuer public immutable issuer;
    IERC20 public immutable stablecoin;
    Terms private terms;
    bool public isCanceled;
    bool public isFinalized;
    /// In the stablecoin's smallest units, as all amounts.
    uint256 public total;
    mapping(address => uint256) public investmentOf;

    event Invested(address indexed investor, uint256 amount);

    constructor(address owner_, IIssuer issuer_, Terms memory terms_) {
        owner = owner_;
        issuer = issuer_;
        stablecoin = IERC20(issuer_.commonState().stablecoin);
        terms = terms_;
    }

    modifier onlyOwner() {
        require(msg.sender == owner, "Campaign: only its owner.");
        _;
    }

    function version() external view returns (string memory) {
        return terms.version;
    }

    function whitelistRequired() external view returns (bool) {
        return terms.isWhitelistRequired;
    }

    function minimum() external view returns (uint256) {
        return terms.minimum;
    }

    function maximum() external view returns (uint256) {
        return terms.maximum;
    }

    function supply() external view returns (uint256) {
        return terms.supply;
    }

    function isWalletWhitelisted(address wallet) public view returns (bool) {
        return !terms.isWhitelistRequired || issuer.isWalletApproved(wallet);
    }

    /// Anybody may call it for a wallet that allowed the campaign to take the amount.
    function investForBeneficiary(address spender, address beneficiary, uint256 amount) external {
        require(spender == beneficiary || spender == msg.sender, "Campaign: not the spender.");
        require(!isCanceled && !isFinalized, "Campaign: closed.");
        require(isWalletWhitelisted(beneficiary), "Campaign: wallet not whitelisted.");
        uint256 after_ = investmentOf[beneficiary] + amount;
        require(amount > 0 && after_ >= terms.minimum, "Campaign: below the minimum.");
        require(after_ <= terms.maximum, "Campaign: above the maximum.");
        require(total + amount <= terms.supply, "Campaign: not that much left.");
        investmentOf[beneficiary] = after_;
        total += amount;
        require(stablecoin.transferFrom(spender, address(this), amount), "Campaign: not paid.");
        emit Invested(beneficiary, amount);
    }

    function cancel() external onlyOwner {
        isCanceled = true;
    }

    function finalize() external onlyOwner {
        isFinalized = true;
        require(stablecoin.transfer(owner, total), "Campaign: not paid.");
    }
}
